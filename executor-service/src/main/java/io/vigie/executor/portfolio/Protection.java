package io.vigie.executor.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What rests at the venue for a position: the price of its stop and of its target. */
record Protection(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {

	static final Protection NONE = new Protection(null, null);
}
