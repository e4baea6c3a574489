package io.vigie.simulator.setting;

import org.springframework.mock.env.MockEnvironment;

/** Settings without an environment around them. */
public final class VariablesFixtures {

	private VariablesFixtures() {
	}

	public static Variables of(String... assignments) {
		MockEnvironment environment = new MockEnvironment();
		for (String assignment : assignments) {
			int at = assignment.indexOf('=');
			environment.setProperty(assignment.substring(0, at), assignment.substring(at + 1));
		}
		return new Variables(environment);
	}
}
