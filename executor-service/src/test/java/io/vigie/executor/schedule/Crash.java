package io.vigie.executor.schedule;

/** The process dies here. An error, so that nothing on the way out takes it for a failure it may handle. */
public final class Crash extends Error {

	private static final long serialVersionUID = 1L;

	Crash(String where) {
		super(where, null, false, false);
	}
}
