package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A strategy saw something at the close of a bar.
 *
 * @param barAt close of the bar, market time
 * @param confidence from 0 to 1
 * @param indicators the values looked at, by name
 */
@JsonTypeName("signal-raised")
public record SignalRaised(String bot, String strategy, String symbol, Timeframe timeframe, Instant barAt, Action action,
		BigDecimal confidence, BigDecimal price, Map<String, BigDecimal> indicators, String reasoning)
		implements SignalMessage {
}
