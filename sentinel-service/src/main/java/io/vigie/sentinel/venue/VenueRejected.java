package io.vigie.sentinel.venue;

/** The venue understood and said no; asking again would not help. */
public final class VenueRejected extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	VenueRejected(int status, String reason) {
		super(reason);
		this.status = status;
	}

	/** The HTTP status. */
	public int status() {
		return status;
	}
}
