package io.vigie.common.kafka;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** A record that is no message of its topic; it goes to the dead letters at once, since reading it again changes nothing. */
public final class UnreadableMessage extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String kind;

	UnreadableMessage(String kind, String reason, @Nullable Throwable cause) {
		super(reason, cause);
		this.kind = kind;
	}

	/** {@code malformed}, {@code unknown-type}, {@code wrong-version}, {@code oversized}, {@code incomplete} or {@code unknown-topic}. */
	public String kind() {
		return kind;
	}

	static String kindOf(JacksonException e) {
		return e instanceof InvalidTypeIdException ? "unknown-type" : "malformed";
	}
}
