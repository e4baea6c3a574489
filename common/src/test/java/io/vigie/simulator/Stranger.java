package io.vigie.simulator;

/** Another service's class, for the rule that no service may use one. */
public final class Stranger {

	private Stranger() {
	}
}
