package io.vigie.analyst.drift;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One purchase or sale, live or in a backtest.
 *
 * @param at market time; in a backtest over bars the opening of the bar that it traded in
 */
record Deal(Side side, BigDecimal price, Instant at) {
}
