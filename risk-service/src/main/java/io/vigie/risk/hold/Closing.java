package io.vigie.risk.hold;

import java.math.BigDecimal;

/** A holding that a sell order by decision is selling now. */
public record Closing(String bot, String symbol, BigDecimal quantity) {
}
