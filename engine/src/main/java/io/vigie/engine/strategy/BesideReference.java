package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.util.List;

/** A paired strategy that is shown each bar of a known reference in time, and none that closes later than it may know. */
final class BesideReference implements Strategy {

	private final PairedStrategy strategy;
	private final List<Bar> reference;
	private int next;

	BesideReference(PairedStrategy strategy, List<Bar> reference) {
		this.strategy = strategy;
		this.reference = List.copyOf(reference);
	}

	@Override
	public int warmUp() {
		return strategy.warmUp();
	}

	@Override
	public int memory() {
		return strategy.memory();
	}

	@Override
	public Decision onBar(Bar bar) {
		while (next < reference.size() && !reference.get(next).closeAt().isAfter(bar.openAt())) {
			strategy.onReference(reference.get(next++));
		}
		return strategy.onBar(bar);
	}
}
