package io.vigie.sentinel.venue;

import org.jspecify.annotations.Nullable;

/** The venue can't be reached or does not answer properly now; later it may. */
public final class VenueUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public VenueUnavailable(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}
}
