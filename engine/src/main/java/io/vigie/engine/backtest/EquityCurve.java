package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;

/** What the account was worth at each close, kept as what it had and since when: a point is worked out when it is asked for. */
final class EquityCurve extends AbstractList<EquityPoint> implements RandomAccess {

	/** From the close of that bar on. */
	record Standing(int bar, BigDecimal cash, BigDecimal held) {
	}

	private final List<Bar> bars;
	private final List<Standing> standings;
	/** Where the last point asked for lies: the next one mostly lies there too. */
	private int near;

	/** @param standings in order, the first at bar zero */
	EquityCurve(List<Bar> bars, List<Standing> standings) {
		this.bars = bars;
		this.standings = new ArrayList<>(standings);
	}

	@Override
	public EquityPoint get(int index) {
		Bar bar = bars.get(index);
		Standing it = standing(index);
		return new EquityPoint(index, bar.openAt(), it.held.signum() == 0 ? it.cash : it.cash.add(it.held.multiply(bar.close())));
	}

	@Override
	public int size() {
		return bars.size();
	}

	/** Bars at whose close something was held. */
	int barsHeld() {
		int held = 0;
		for (int i = 0; i < standings.size(); i++) {
			int end = i + 1 < standings.size() ? standings.get(i + 1).bar : bars.size();
			held += standings.get(i).held.signum() == 0 ? 0 : end - standings.get(i).bar;
		}
		return held;
	}

	private Standing standing(int index) {
		int guess = near;
		if (!covers(guess, index)) {
			guess = covers(guess + 1, index) ? guess + 1 : find(index);
			near = guess;
		}
		return standings.get(guess);
	}

	private boolean covers(int standing, int index) {
		return standing < standings.size() && standings.get(standing).bar <= index
				&& (standing + 1 == standings.size() || standings.get(standing + 1).bar > index);
	}

	private int find(int index) {
		int found = Collections.binarySearch(standings.stream().map(Standing::bar).toList(), index);
		return found >= 0 ? found : -found - 2;
	}
}
