package io.vigie.simulator.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When things happened to an order, market time. */
public record Timeline(Instant createdAt, Instant updatedAt, @Nullable Instant filledAt, @Nullable Instant canceledAt,
		@Nullable Instant expiredAt, @Nullable Instant replacedAt, @Nullable Instant failedAt) {

	static Timeline createdAt(Instant at) {
		return new Timeline(at, at, null, null, null, null, null);
	}

	Timeline reached(OrderStatus status, Instant at) {
		return new Timeline(createdAt, at, status == OrderStatus.FILLED ? at : filledAt,
				status == OrderStatus.CANCELED ? at : canceledAt, status == OrderStatus.EXPIRED ? at : expiredAt,
				status == OrderStatus.REPLACED ? at : replacedAt, status == OrderStatus.REJECTED ? at : failedAt);
	}
}
