package io.vigie.engine.fusion;

import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the sources' forecasts on one symbol over the last bars. A forecast is held against the close some bars later;
 * one whose price did not move by then says nothing and is not counted. Knows nothing that was not known at the last bar.
 */
final class TrackRecord {

	private final int horizon;
	private final int window;
	private final Deque<Forecast> open = new ArrayDeque<>();
	private final Deque<Outcome> outcomes = new ArrayDeque<>();
	private final Map<String, Score> scores = new HashMap<>();
	private long bars;

	TrackRecord(int horizon, int window) {
		this.horizon = horizon;
		this.window = window;
	}

	/** The next bar: first what it tells of old forecasts, then the new ones. */
	void add(BigDecimal close, List<Vote> votes) {
		bars++;
		while (!open.isEmpty() && open.peek().bar + horizon <= bars) {
			settle(open.remove(), close);
		}
		while (!outcomes.isEmpty() && outcomes.peek().forecast.bar + horizon + window <= bars) {
			forget(outcomes.remove());
		}
		votes.stream().filter(it -> !it.abstains()).forEach(it -> open.add(new Forecast(bars, it, close)));
	}

	Map<String, Score> scores() {
		return Map.copyOf(scores);
	}

	private void settle(Forecast forecast, BigDecimal close) {
		int move = close.compareTo(forecast.price);
		if (move != 0) {
			boolean hit = move > 0 == (forecast.vote.action() == Action.BUY);
			outcomes.add(new Outcome(forecast, hit));
			scores.merge(forecast.vote.source(), Score.NONE.plus(forecast.vote.confidence(), hit), Score::plus);
		}
	}

	/** A source without outcomes is one that nothing is known of, whether or not something once was. */
	private void forget(Outcome old) {
		Vote vote = old.forecast.vote;
		scores.computeIfPresent(vote.source(),
				(_, score) -> score.forecasts() == 1 ? null : score.minus(vote.confidence(), old.hit));
	}

	private record Forecast(long bar, Vote vote, BigDecimal price) {
	}

	private record Outcome(Forecast forecast, boolean hit) {
	}
}
