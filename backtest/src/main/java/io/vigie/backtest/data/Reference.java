package io.vigie.backtest.data;

import io.vigie.engine.market.Bar;
import java.util.List;

/** The bars of a second symbol, which a strategy compares its own with. */
public final class Reference {

	private Reference() {
	}

	/** A reference of another time says nothing, and a backtest without a trade would not say why. */
	public static boolean sharesTime(List<Bar> reference, List<Bar> own) {
		return reference.stream().anyMatch(it -> it.closeAt().isAfter(own.getFirst().openAt()) && it.openAt().isBefore(own.getLast().openAt()));
	}
}
