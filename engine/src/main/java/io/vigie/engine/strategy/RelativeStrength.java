package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Buys what has begun to rise more than its reference, leaves when it has begun to fall behind. */
final class RelativeStrength implements PairedStrategy {

	static final StrategyType TYPE = StrategyType.paired("relative-strength",
			"Buys when the symbol begins to outrun its reference, leaves when it begins to fall behind",
			List.of(Parameter.period("period", 20, 1, "bars over which both are measured"),
					Parameter.number("margin", "0.5", "0", "100", "lead in percent that counts")),
			RelativeStrength::new);

	private final int period;
	private final double margin;
	private final Pair pair = new Pair();
	private final Deque<Pair.Closes> past = new ArrayDeque<>();
	private final Progress progress = new Progress();
	private final Onset ahead = new Onset();
	private final Onset behind = new Onset();

	private RelativeStrength(Parameters parameters) {
		period = parameters.whole("period");
		margin = parameters.number("margin");
	}

	@Override
	public int warmUp() {
		return period + 3;
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
			past.clear();
			ahead.forget();
			behind.forget();
			return Decision.hold(Map.of(), "The reference says nothing");
		}
		past.add(now);
		if (past.size() <= period) {
			return Decision.warmingUp(Math.min(seen, past.size() + 1), warmUp());
		}
		Pair.Closes then = past.size() > period + 1 ? dropped() : past.getFirst();
		double own = 100 * (now.own() / then.own() - 1);
		double reference = 100 * (now.reference() / then.reference() - 1);
		double lead = own - reference;
		boolean enters = ahead.of(Figures.order(lead, margin) > 0);
		boolean leaves = behind.of(Figures.order(lead, -margin) < 0);
		var values = Values.of("change", own).and("reference_change", reference).and("lead", lead).map();
		String words = Figures.words(own) + " % in " + period + " bars, " + now.symbol() + " " + Figures.words(reference) + " %";
		return seen < warmUp() ? Decision.warmingUp(seen, warmUp())
				: enters ? new Decision(Action.BUY, Figures.confidence(lead, 4 * margin), values, "Leads: " + words)
				: leaves ? new Decision(Action.CLOSE, Figures.confidence(lead, 4 * margin), values, "Falls behind: " + words)
				: Decision.hold(values, words);
	}

	private Pair.Closes dropped() {
		past.removeFirst();
		return past.getFirst();
	}
}
