package io.vigie.executor.protect;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Wilder's average true range per symbol and timeframe, as bars close. Known after a whole period; thread-safe. */
@Component
class TrueRanges {

	private static final int PERIOD = 14;
	private static final BigDecimal LENGTH = BigDecimal.valueOf(PERIOD);

	private final Map<String, State> states = new ConcurrentHashMap<>();

	/** Bars that come again or late are left out. */
	void saw(Bar bar) {
		states.merge(key(bar.symbol(), bar.timeframe()), State.first(bar), (before, _) -> before.after(bar));
	}

	Optional<BigDecimal> of(String symbol, Timeframe timeframe) {
		return Optional.ofNullable(states.get(key(symbol, timeframe))).filter(it -> it.count >= PERIOD).map(State::average);
	}

	private static String key(String symbol, Timeframe timeframe) {
		return symbol + " " + timeframe;
	}

	/** @param count of bars the average is over, at most the period */
	private record State(Bar last, BigDecimal average, int count) {

		static State first(Bar bar) {
			return new State(bar, bar.high().subtract(bar.low()), 1);
		}

		State after(Bar bar) {
			if (!bar.openAt().isAfter(last.openAt())) {
				return this;
			}
			BigDecimal range = bar.high().max(last.close()).subtract(bar.low().min(last.close()));
			BigDecimal length = count < PERIOD ? BigDecimal.valueOf(count + 1L) : LENGTH;
			BigDecimal next = average.add(range.subtract(average).divide(length, MathContext.DECIMAL64));
			return new State(bar, next, Math.min(count + 1, PERIOD));
		}
	}
}
