package io.vigie.analyst.score;

import io.vigie.common.message.SignalRaised;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A signal as a forecast: by {@code dueAt} the price will have gone up, or down, with this probability.
 *
 * @param id the signal's
 * @param barAt close of the bar that it was raised on, market time
 */
record Forecast(UUID id, String source, String symbol, Timeframe timeframe, Instant barAt, Instant dueAt, boolean up,
		BigDecimal confidence, BigDecimal price) {

	static Forecast of(UUID id, SignalRaised signal, int bars) {
		return new Forecast(id, signal.bot(), signal.symbol(), signal.timeframe(), signal.barAt(),
				signal.barAt().plus(signal.timeframe().duration().multipliedBy(bars)), signal.action() == Action.BUY,
				signal.confidence(), signal.price());
	}
}
