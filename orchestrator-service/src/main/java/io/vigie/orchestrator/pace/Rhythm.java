package io.vigie.orchestrator.pace;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How often things happen when nothing is special, and what counts as special.
 *
 * @param cycle base of the trading cycle
 * @param fastest no kind is due more often
 * @param slowest no kind that follows the market is due less often while the market is open
 * @param calmBelow volatility, as a fraction of price
 * @param staleAfter age of the newest print from which on prices are not worth deciding by
 * @param patience how much longer a held task waits before it is tried all the same
 */
public record Rhythm(Duration cycle, Duration scan, Duration snapshot, Duration reconciliation, Duration check,
		Duration fastest, Duration slowest, BigDecimal calmBelow, BigDecimal activeAbove, BigDecimal wildAbove,
		Duration staleAfter, Duration patience) {
}
