package io.vigie.simulator.control;

import io.vigie.simulator.exchange.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with the next requests, so that clients can show what they do about it.
 *
 * @param method of the requests it hits
 * @param path what their path begins with
 * @param count how many it hits before it is over, one unless told otherwise
 * @param delayMillis how long the hit ones wait before anything else, not at all unless told otherwise
 */
record Fault(@Nullable String kind, @Nullable String method, @Nullable String path,
		@Nullable Integer count, @Nullable Integer delayMillis) {

	private static final int LONGEST_DELAY = 60_000;

	/** What becomes of a request that is hit. */
	enum Kind {

		/** Answered with 503, nothing done. */
		UNAVAILABLE,
		/** Answered with 429, nothing done. */
		THROTTLED,
		/** Done, and answered with 504: the client can't know. */
		LOST_ANSWER,
		/** Done and answered, late. */
		DELAY
	}

	Fault validated() {
		if (strikes() < 1 || delay() < 0 || delay() > LONGEST_DELAY) {
			throw Refused.invalid("count must be at least 1, delay_millis between 0 and " + LONGEST_DELAY);
		}
		toKind();
		return this;
	}

	Kind toKind() {
		return switch (kind) {
			case "unavailable" -> Kind.UNAVAILABLE;
			case "throttled" -> Kind.THROTTLED;
			case "lost_answer" -> Kind.LOST_ANSWER;
			case "delay" -> Kind.DELAY;
			case null, default -> throw Refused.invalid("kind must be unavailable, throttled, lost_answer or delay");
		};
	}

	boolean hits(String requestMethod, String requestPath) {
		return (method == null || method.equals(requestMethod)) && requestPath.startsWith(path == null ? "/v" : path);
	}

	int strikes() {
		return count == null ? 1 : count;
	}

	int delay() {
		return delayMillis == null ? 0 : delayMillis;
	}

	Fault once() {
		return new Fault(kind, method, path, strikes() - 1, delayMillis);
	}
}
