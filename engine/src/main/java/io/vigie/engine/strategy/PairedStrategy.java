package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.util.List;

/**
 * A strategy that measures its symbol by another one, the reference, in the same timeframe. Before a bar of its own is shown
 * to it, it must have been shown every reference bar that closed by the opening of that bar; reference bars that come sooner
 * than that wait inside and change nothing. So the two series may arrive in any order, and decisions are the same.
 */
public interface PairedStrategy extends Strategy {

	/**
	 * Takes the next closed bar of the reference; one that is not later than the last is ignored. A new instance needs as many
	 * of them as of its own, {@link #memory()}.
	 */
	void onReference(Bar bar);

	/** The same as a strategy that needs its own bars alone, where the reference's are known already, in order. */
	default Strategy beside(List<Bar> reference) {
		return new BesideReference(this, reference);
	}
}
