package io.vigie.engine.honesty;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

/** Writes down all that a strategy decides. */
final class Witness implements Strategy {

	private final Strategy watched;
	private final List<Decision> decisions = new ArrayList<>();

	Witness(Strategy watched) {
		this.watched = watched;
	}

	@Override
	public int warmUp() {
		return watched.warmUp();
	}

	@Override
	public int memory() {
		return watched.memory();
	}

	@Override
	public Decision onBar(Bar bar) {
		Decision decision = watched.onBar(bar);
		decisions.add(decision);
		return decision;
	}

	/** One for each bar so far. */
	List<Decision> decisions() {
		return decisions;
	}
}
