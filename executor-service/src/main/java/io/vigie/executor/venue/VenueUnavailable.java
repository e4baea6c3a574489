package io.vigie.executor.venue;

import org.jspecify.annotations.Nullable;

/** The venue did not take the request: nothing happened there, and it may be asked again. */
public final class VenueUnavailable extends RuntimeException {

	VenueUnavailable(String message, @Nullable Throwable cause) {
		super(message, cause);
	}
}
