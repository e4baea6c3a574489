package io.vigie.common.settings;

import org.springframework.core.env.Environment;

/** A property has a value that can't be used. The message is for users: one sentence that names the variable to change. */
public final class WrongSetting extends RuntimeException {

	private static final long serialVersionUID = 1;

	/** @param wanted what it must be, as in "must be ..." */
	public WrongSetting(Environment environment, String property, String wanted) {
		super(sentence(environment, property, Variables.of(property, environment), wanted));
	}

	/** A property may be made of more than its variable. */
	private static String sentence(Environment environment, String property, String variable, String wanted) {
		return variable + " is '" + environment.getProperty(variable, String.valueOf(environment.getProperty(property))) + "': it must be " + wanted;
	}
}
