package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one shape on every topic.
 *
 * @param id identity of what is said: saying it again uses the same id, and readers act on it once
 * @param to the service meant, or {@code all}
 * @param at wall-clock time of saying; what happened in the market carries its own market time in {@code data}
 * @param correlationId shared by everything that follows from one beginning (a tick, a bar, a task)
 * @param causationId the message that led to this one; none at a beginning
 */
public record Message<T extends Body>(UUID id, String from, String to, int version, Instant at, UUID correlationId,
		@Nullable UUID causationId,
		@JsonProperty("data") @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
				property = "message_type") T data) {

	public static final String ALL = "all";

	/** Something begins here. */
	public static <T extends Body> Message<T> beginning(UUID id, String from, String to, Instant at, T data) {
		return new Message<>(id, from, to, data.contractVersion(), at, id, null, data);
	}

	/** Something follows from this message. */
	public <R extends Body> Message<R> leadsTo(UUID id, String from, String to, Instant at, R data) {
		return new Message<>(id, from, to, data.contractVersion(), at, correlationId, this.id, data);
	}
}
