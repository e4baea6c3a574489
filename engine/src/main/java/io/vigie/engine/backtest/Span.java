package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From where to where the market was played. */
record Span(Instant from, Instant to, BigDecimal firstPrice, BigDecimal lastPrice) {

	private static final double SECONDS_A_YEAR = 365.25 * 24 * 3600;

	static Span of(List<Bar> bars) {
		return new Span(bars.getFirst().openAt(), bars.getLast().closeAt(), bars.getFirst().open(), bars.getLast().close());
	}

	Duration length() {
		return Duration.between(from, to);
	}

	double years() {
		return length().toSeconds() / SECONDS_A_YEAR;
	}
}
