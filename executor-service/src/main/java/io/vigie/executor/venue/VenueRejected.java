package io.vigie.executor.venue;

/** The venue understood and said no; asking again would get the same answer. */
public final class VenueRejected extends RuntimeException {

	private final int status;

	VenueRejected(int status, String message) {
		super(message);
		this.status = status;
	}

	int status() {
		return status;
	}
}
