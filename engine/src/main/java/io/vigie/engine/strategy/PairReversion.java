package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Buys when the price has become unusually low beside its reference, leaves when the two are back at their usual distance.
 * The distance is the logarithm of the ratio of both prices, counted in its own standard deviations (Gatev, Goetzmann and
 * Rouwenhorst, Pairs Trading, 2006; the long side only).
 */
final class PairReversion implements PairedStrategy {

	static final StrategyType TYPE = StrategyType.paired("pair-reversion",
			"Buys when the symbol is unusually cheap beside its reference, leaves when it no longer is",
			List.of(Parameter.period("period", 60, 5, "bars that say what is usual"),
					Parameter.number("entry", "2", "0.5", "10", "standard deviations below usual that it buys at"),
					Parameter.number("exit", "0", "-5", "5", "standard deviations above usual that it leaves at")),
			PairReversion::new);

	private final int period;
	private final double entry;
	private final double exit;
	private final Pair pair = new Pair();
	private final Deque<Double> distances = new ArrayDeque<>();
	private final Progress progress = new Progress();
	private final Onset cheap = new Onset();
	private final Onset usual = new Onset();

	private PairReversion(Parameters parameters) {
		period = parameters.whole("period");
		entry = parameters.number("entry");
		exit = parameters.number("exit");
		if (exit <= -entry) {
			throw new IllegalArgumentException("'exit' must lie above the entry, " + -entry + ", not at " + exit);
		}
	}

	@Override
	public int warmUp() {
		return period + 2;
	}

	@Override
	public int memory() {
		return warmUp() + 10;
	}

	@Override
	public void onReference(Bar bar) {
		pair.onReference(bar);
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		Pair.Closes now = pair.onBar(bar);
		if (now == null) {
			distances.clear();
			cheap.forget();
			usual.forget();
			return Decision.hold(Map.of(), "The reference says nothing");
		}
		double distance = Math.log(now.own() / now.reference());
		distances.add(distance);
		if (distances.size() < period) {
			return Decision.warmingUp(Math.min(seen, distances.size() + 1), warmUp());
		}
		if (distances.size() > period) {
			distances.removeFirst();
		}
		double mean = mean();
		double deviation = deviation(mean);
		double score = Figures.order(deviation, 0, 1) == 0 ? 0 : (distance - mean) / deviation;
		boolean enters = cheap.of(Figures.order(score, -entry) < 0);
		boolean leaves = usual.of(Figures.order(score, exit) >= 0);
		var values = Values.of("ratio", now.own() / now.reference()).and("usual_ratio", Math.exp(mean)).and("score", score).map();
		String words = Figures.words(score) + " deviations from its usual price beside " + now.symbol();
		return seen < warmUp() ? Decision.warmingUp(seen, warmUp())
				: enters ? new Decision(Action.BUY, Figures.confidence(-score - entry, entry), values, "Cheap: " + words)
				: leaves ? new Decision(Action.CLOSE, Figures.confidence(score - exit, entry), values, "No longer cheap: " + words)
				: Decision.hold(values, words);
	}

	/** Counted anew each time, so that it does not matter where it began. */
	private double mean() {
		double sum = 0;
		for (double distance : distances) {
			sum += distance;
		}
		return sum / distances.size();
	}

	private double deviation(double mean) {
		double sum = 0;
		for (double distance : distances) {
			sum += (distance - mean) * (distance - mean);
		}
		return Math.sqrt(sum / distances.size());
	}
}
