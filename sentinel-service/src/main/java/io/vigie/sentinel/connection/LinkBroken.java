package io.vigie.sentinel.connection;

/** The conversation is over; why, in words for people. */
public final class LinkBroken extends Exception {

	private static final long serialVersionUID = 1L;

	public LinkBroken(String reason) {
		super(reason);
	}

	/** The reason in words. */
	public String reason() {
		return String.valueOf(getMessage());
	}
}
