package io.vigie.executor.venue;

import org.jspecify.annotations.Nullable;

/** The request may or may not have been acted on: time-out, reset, server error, interruption, unreadable answer. */
public final class AnswerLost extends RuntimeException {

	AnswerLost(String message, @Nullable Throwable cause) {
		super(message, cause);
	}
}
