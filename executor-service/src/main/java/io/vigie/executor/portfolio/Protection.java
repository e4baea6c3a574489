package io.vigie.executor.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What protects a position: the price of its stop, and of its target, which rests at the venue or is watched by the executor. */
record Protection(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {

	static final Protection NONE = new Protection(null, null);
}
