package io.vigie.analyst.status;

import io.vigie.analyst.series.Reading;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one instance of the analyst is doing. */
record Status(List<Watched> watched, List<Priced> prices) {

	/**
	 * One bot's strategy on one symbol.
	 *
	 * @param bars shown to the strategy so far, history included
	 * @param held units in the bot's portfolio
	 * @param lastBarAt opening of the last bar, market time
	 */
	record Watched(String bot, String strategy, Map<String, BigDecimal> parameters, String symbol, String timeframe,
			Reading.Stage stage, long bars, int warmUp, BigDecimal held, @Nullable Instant lastBarAt, @Nullable Decided decision) {

		static Watched of(Reading reading, BigDecimal held) {
			Bar bar = reading.bar();
			return new Watched(reading.bot().name(), reading.bot().strategy(), reading.bot().parameters(), reading.symbol(),
					reading.bot().timeframe().code(), reading.stage(), reading.bars(), reading.warmUp(), held,
					bar == null ? null : bar.openAt(), Decided.of(reading));
		}
	}

	record Decided(Action action, BigDecimal confidence, Map<String, BigDecimal> indicators, String reasoning) {

		static @Nullable Decided of(Reading reading) {
			var decision = reading.decision();
			return decision == null ? null
					: new Decided(decision.action(), decision.confidence(), decision.indicators(), decision.reasoning());
		}
	}

	/**
	 * @param at market time of the last print
	 * @param ageMillis since it arrived, wall clock
	 * @param forming bars not closed yet
	 */
	record Priced(String symbol, BigDecimal price, Instant at, long ageMillis, List<Bar> forming) {
	}
}
