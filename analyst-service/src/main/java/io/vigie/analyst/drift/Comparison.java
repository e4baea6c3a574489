package io.vigie.analyst.drift;

import io.vigie.analyst.drift.Drift.Cause;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts live and backtest trades of one bot and symbol side by side. Two belong together where they are on the same side and live
 * is in the backtest's bar or one of the next few; each belongs to one at most. Pure.
 *
 * @param seen closing times of the bars that live was told of
 * @param refused why risk refused an entry, by the closing time of the bar that it was proposed on
 */
record Comparison(String bot, String symbol, Timeframe timeframe, Set<Instant> seen, Map<Instant, String> refused) {

	/** Later than this it is another trade. */
	private static final int BARS_LATE = 3;
	private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
	private static final int SCALE = 2;

	/** @param live and {@code backtest} in order of time */
	List<Drift> of(List<Deal> live, List<Deal> backtest) {
		List<Deal> left = new ArrayList<>(live);
		List<Drift> drifts = new ArrayList<>();
		for (Deal expected : backtest) {
			Optional<Deal> traded = left.stream().filter(it -> belong(it, expected)).findFirst();
			traded.ifPresent(left::remove);
			drifts.add(traded.map(it -> both(it, expected)).orElseGet(() -> missing(expected)));
		}
		left.forEach(it -> drifts.add(new Drift(bot, symbol, it.side(), it.at(), it.price(), null, null, null, Cause.OTHER_POSITION,
				"The backtest does not trade here: its position was another one by then")));
		return List.copyOf(drifts);
	}

	private boolean belong(Deal live, Deal expected) {
		Instant last = expected.at().plus(timeframe.duration().multipliedBy(BARS_LATE + 1));
		return live.side() == expected.side() && !live.at().isBefore(expected.at()) && live.at().isBefore(last);
	}

	private Drift both(Deal live, Deal expected) {
		BigDecimal worse = live.side() == Side.BUY ? live.price().subtract(expected.price()) : expected.price().subtract(live.price());
		BigDecimal points = worse.multiply(TEN_THOUSAND).divide(expected.price(), SCALE, RoundingMode.HALF_EVEN);
		boolean late = !live.at().isBefore(expected.at().plus(timeframe.duration()));
		Cause cause = late ? Cause.LATENCY : worse.signum() == 0 ? Cause.NONE : Cause.SLIPPAGE;
		return new Drift(bot, symbol, live.side(), live.at(), live.price(), expected.at(), expected.price(), points, cause, switch (cause) {
			case LATENCY -> "Traded in a later bar than the one it was due in";
			case SLIPPAGE -> "Traded in the same bar at another price";
			default -> "The same price";
		});
	}

	/** What a backtest buys at the opening of a bar was decided at its opening, which is the close of the bar before. */
	private Drift missing(Deal expected) {
		String refusal = expected.side() == Side.BUY ? refused.get(expected.at()) : null;
		Cause cause = refusal != null ? Cause.REFUSED_BY_RISK : seen.contains(expected.at()) ? Cause.OTHER_POSITION : Cause.MISSING_BAR;
		return new Drift(bot, symbol, expected.side(), null, null, expected.at(), expected.price(), null, cause, switch (cause) {
			case REFUSED_BY_RISK -> String.valueOf(refusal);
			case MISSING_BAR -> "Live was not told of the bar that closed at " + expected.at();
			default -> "Live does not trade here: its position was another one by then, or the analyst held the signal back, and its diary says why";
		});
	}
}
