package io.vigie.analyst.backtest;

import io.vigie.analyst.series.History;
import io.vigie.backtest.data.BadData;
import io.vigie.backtest.data.BuiltIn;
import io.vigie.backtest.data.MarketData;
import io.vigie.backtest.data.Reference;
import io.vigie.backtest.data.Resampled;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bars that a request is about: of a recording, or as the platform keeps them of what it has seen. */
@Component
class Pasts {

	/** Over a month of minutes. */
	static final int MOST_STORED = 50_000;

	private static final Instant EVER = Instant.parse("9000-01-01T00:00:00Z");
	private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.]{1,12}(/[A-Z]{2,8})?");

	private final History history;

	Pasts(History history) {
		this.history = history;
	}

	/** @param reference of the same timeframe; empty where none was asked for */
	record Past(List<Bar> bars, List<Bar> reference) {
	}

	/**
	 * @throws IllegalArgumentException with a sentence where there are no such bars
	 * @throws org.springframework.dao.TransientDataAccessResourceException while stored bars can't be asked for
	 */
	Past of(BacktestRequest request) {
		List<Bar> bars = bars("data", request.data(), request.timeframe(), request);
		if (bars.isEmpty()) {
			throw new IllegalArgumentException("There is nothing of " + request.data() + " between 'from' and 'to'");
		}
		String other = request.reference();
		if (other == null) {
			return new Past(bars, List.of());
		}
		List<Bar> reference = bars("reference", other, bars.getFirst().timeframe(), pinned(request, bars));
		if (!Reference.sharesTime(reference, bars)) {
			throw new IllegalArgumentException("'reference' " + other + " holds nothing from " + bars.getFirst().openAt() + " to "
					+ bars.getLast().closeAt() + ", the time of " + request.data());
		}
		return new Past(bars, reference);
	}

	/** The request for just these bars, whenever and by whomever it is carried out: what is stored grows meanwhile. */
	static BacktestRequest pinned(BacktestRequest request, List<Bar> bars) {
		return request.ofStoredBars() ? request.between(bars.getFirst().openAt(), bars.getLast().closeAt()) : request;
	}

	private List<Bar> bars(String field, String name, @Nullable Timeframe timeframe, BacktestRequest request) {
		return request.ofStoredBars() ? stored(field, name, timeframe == null ? Timeframe.M1 : timeframe, request)
				: recorded(BuiltIn.of(name).orElseThrow(() -> new IllegalArgumentException(
						"'" + field + "' must be a recording, BTC/USD, ETH/USD or AAPL, not '" + name + "'")).read(), timeframe, request);
	}

	private static List<Bar> recorded(MarketData whole, @Nullable Timeframe wanted, BacktestRequest request) {
		MarketData data = whole.between(Objects.requireNonNullElse(request.from(), Instant.MIN), Objects.requireNonNullElse(request.to(), Instant.MAX));
		Timeframe timeframe = wanted != null ? wanted : data instanceof MarketData.Bars bars ? bars.timeframe() : Timeframe.M1;
		try {
			return data.isEmpty() ? List.of() : Resampled.bars(data, timeframe);
		}
		catch (BadData e) {
			throw new IllegalArgumentException(e.sentence(), e);
		}
	}

	/** Those that opened at {@code from} or later and closed by {@code to}. */
	private List<Bar> stored(String field, String symbol, Timeframe timeframe, BacktestRequest request) {
		if (!SYMBOL.matcher(symbol).matches()) {
			throw new IllegalArgumentException("'" + field + "' must be a symbol such as AAPL or BTC/USD, not '" + symbol + "'");
		}
		Instant from = Objects.requireNonNullElse(request.from(), Instant.MIN);
		Instant to = Objects.requireNonNullElse(request.to(), EVER);
		List<Bar> bars = history.before(to.isAfter(EVER) ? EVER : to, symbol, timeframe, MOST_STORED + 1).stream()
			.filter(it -> !it.openAt().isBefore(from))
			.toList();
		if (bars.size() > MOST_STORED && request.from() != null) {
			throw new IllegalArgumentException("There are more than " + MOST_STORED + " bars of " + symbol
					+ " between 'from' and 'to': take a later 'from' or a longer 'timeframe'");
		}
		if (bars.isEmpty()) {
			throw new IllegalArgumentException("No bars of " + symbol + " in " + timeframe + " are stored between 'from' and 'to'");
		}
		return bars.subList(Math.max(0, bars.size() - MOST_STORED), bars.size());
	}
}
