package io.vigie.executor.stop;

import java.math.BigDecimal;

/** What a bot holds. */
record Holding(String bot, String symbol, BigDecimal quantity) {
}
