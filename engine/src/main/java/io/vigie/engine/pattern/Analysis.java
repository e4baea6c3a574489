package io.vigie.engine.pattern;

import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the chart of one symbol shows in one timeframe.
 *
 * @param at close of the last bar: nothing later was looked at
 * @param bars seen; with few of them little can be found
 * @param indicators the usual ones, by name; those with too few bars are left out
 * @param levels strongest first
 * @param findings the last ones, newest first
 */
public record Analysis(String symbol, Timeframe timeframe, Instant at, long bars, BigDecimal close, Regime regime,
		Map<String, BigDecimal> indicators, List<Level> levels, List<Finding> findings) {
}
