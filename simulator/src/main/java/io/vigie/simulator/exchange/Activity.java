package io.vigie.simulator.exchange;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the account's history; ids sort by time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = Activity.Fill.class, name = "fill"),
		@JsonSubTypes.Type(value = Activity.Fee.class, name = "fee"),
		@JsonSubTypes.Type(value = Activity.Moved.class, name = "moved") })
public sealed interface Activity {

	String id();

	Instant at();

	/** Alpaca's name for the type. */
	String type();

	/** @param whole whether the order was done with it */
	record Fill(String id, Instant at, UUID order, String symbol, Side side, BigDecimal price, BigDecimal quantity,
			BigDecimal cumulative, BigDecimal leaves, boolean whole) implements Activity {

		@Override
		public String type() {
			return "FILL";
		}
	}

	/** @param type {@code CFEE} for crypto, {@code FEE} for everything else */
	record Fee(String id, Instant at, UUID order, String symbol, BigDecimal amount, String type) implements Activity {
	}

	/**
	 * Something other than a trade and its fee: a dividend, interest, a transfer, a split.
	 *
	 * @param amount of cash, negative where it went
	 * @param quantity that a dividend was paid on, or that a split added
	 */
	record Moved(String id, Instant at, String type, BigDecimal amount, @Nullable String symbol, @Nullable BigDecimal quantity,
			@Nullable BigDecimal perShare, @Nullable UUID order, LocalDate date, String description) implements Activity {
	}
}
