package io.vigie.sentinel.venue;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the account's history. */
public sealed interface Activity {

	/** Rises with time; unique per account. */
	String id();

	Instant at();

	/** @param cumulative filled so far, this fill included */
	record Fill(String id, Instant at, String orderId, String symbol, Side side, BigDecimal quantity, BigDecimal price,
			BigDecimal cumulative, BigDecimal leaves) implements Activity {
	}

	/** Everything else that moved cash or units. */
	record Other(String id, Instant at, String kind, @Nullable String symbol, BigDecimal amount,
			@Nullable BigDecimal quantity,
			@Nullable String orderId, String description) implements Activity {
	}

	/** Could not be read; it is passed over, and told of. */
	record Unreadable(String id, Instant at, String cause) implements Activity {
	}
}
