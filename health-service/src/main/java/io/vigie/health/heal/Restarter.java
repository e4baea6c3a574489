package io.vigie.health.heal;

/** Whoever can restart processes here. */
interface Restarter {

	/**
	 * Asks for a restart; returns once it was accepted.
	 *
	 * @return what was done, in words
	 * @throws RestartRefused with the reason
	 */
	String restart(String component);

	String name();
}
