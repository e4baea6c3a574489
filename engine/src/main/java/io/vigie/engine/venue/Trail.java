package io.vigie.engine.venue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How far behind the best price a trailing stop stays. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = Trail.Amount.class, name = "amount"),
		@JsonSubTypes.Type(value = Trail.Percent.class, name = "percent") })
public sealed interface Trail {

	record Amount(BigDecimal distance) implements Trail {
	}

	/** @param percent of the best price, {@code 1.5} means 1.5 % */
	record Percent(BigDecimal percent) implements Trail {
	}

	/** Nothing where neither is told; the price wins where both are. */
	static @Nullable Trail of(@Nullable BigDecimal price, @Nullable BigDecimal percent) {
		return price != null ? new Amount(price) : percent != null ? new Percent(percent) : null;
	}

	/** Where the stop of an order of that side stands, given the best price seen. */
	default BigDecimal stop(Side side, BigDecimal extreme) {
		BigDecimal distance = switch (this) {
			case Amount(BigDecimal amount) -> amount;
			case Percent(BigDecimal percent) -> extreme.multiply(percent).movePointLeft(2);
		};
		return side == Side.SELL ? extreme.subtract(distance) : extreme.add(distance);
	}
}
