package io.vigie.simulator.journal;

/** The data folder can't be used; says which and why. */
public final class JournalUnusable extends RuntimeException {

	public JournalUnusable(String message) {
		super(message);
	}

	JournalUnusable(String message, Throwable cause) {
		super(message, cause);
	}
}
