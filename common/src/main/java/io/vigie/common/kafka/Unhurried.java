package io.vigie.common.kafka;

/**
 * Properties of a listener that nobody waits for: what it hears is stored or counted. It takes together what came within a quarter of a
 * second, instead of waking for every message just when those do that a trade waits for.
 */
public final class Unhurried {

	public static final String BYTES = "fetch.min.bytes=65536";
	public static final String WAIT = "fetch.max.wait.ms=250";

	private Unhurried() {
	}
}
