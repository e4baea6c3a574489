package io.vigie.engine.backtest;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the account was worth when a bar had closed: cash, and what it held at that close.
 *
 * @param at beginning of the bar
 */
public record EquityPoint(int bar, Instant at, BigDecimal equity) {
}
