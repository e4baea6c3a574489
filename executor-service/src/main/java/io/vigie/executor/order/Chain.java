package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.executor.portfolio.Portfolios;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order follows from.
 *
 * @param beganAt wall-clock time of the first message of the chain
 */
public record Chain(UUID correlationId, @Nullable UUID causationId, Instant beganAt) {

	private static final int TIME_ORDERED = 7;

	static Chain from(Message<?> message) {
		return new Chain(message.correlationId(), message.id(), beginning(message));
	}

	/** Something begins here, e.g. because the venue told it when asked. */
	static Chain beginning(Instant now) {
		return new Chain(Ids.next(now), null, now);
	}

	Portfolios.Because because() {
		return new Portfolios.Because(correlationId, causationId);
	}

	/** Ids that begin something carry their time; where the beginning is named instead, this message is the oldest known. */
	private static Instant beginning(Message<?> message) {
		UUID first = message.correlationId();
		return first.version() == TIME_ORDERED ? Instant.ofEpochMilli(first.getMostSignificantBits() >>> 16) : message.at();
	}
}
