package io.vigie.engine.honesty;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Finds strategies that need more past than they say: before its warm-up is over a strategy must not trade, and one that was
 * shown only the bars of its memory must decide like one that saw everything. Otherwise live trading, which begins with just
 * those bars, is not what was tested.
 */
public final class WarmUp {

	private static final String NAME = "warm-up";
	private static final int MOMENTS = 20;

	/** Bars compared after each restart: what differs by a little may take some time to show. */
	private static final int COMPARED = 20;

	private WarmUp() {
	}

	/** @param start makes a strategy that has seen nothing yet */
	public static Check check(Supplier<Strategy> start, List<Bar> bars) {
		Witness whole = new Witness(start.get());
		bars.forEach(whole::onBar);
		List<Decision> decisions = whole.decisions();
		for (int i = 0; i < Math.min(whole.warmUp() - 1, bars.size()); i++) {
			if (decisions.get(i).action() != Action.HOLD) {
				return new Check(NAME, false,
						"It says %s at bar %d and to need %d bars before it can".formatted(decisions.get(i).action(), i, whole.warmUp()));
			}
		}
		int memory = Math.max(whole.memory(), whole.warmUp());
		if (bars.size() <= memory + COMPARED) {
			return new Check(NAME, false, "%d bars are too few to tell: it remembers %d".formatted(bars.size(), memory));
		}
		for (int i = 0; i < MOMENTS; i++) {
			int at = memory + (int) ((long) (bars.size() - memory - COMPARED) * i / MOMENTS);
			OptionalInt later = restarted(start.get(), bars, at - memory, at + COMPARED, decisions, at);
			if (later.isPresent()) {
				return new Check(NAME, false, "Begun anew with the %d bars before %s it decides otherwise at bar %d".formatted(memory,
						bars.get(at).openAt(), later.getAsInt()));
			}
		}
		return new Check(NAME, true, "Begun anew at %d moments, with the last %d bars, it decides as if it had seen all".formatted(MOMENTS, memory));
	}

	/** The first bar, if any, at which a strategy that begins later decides otherwise. */
	private static OptionalInt restarted(Strategy anew, List<Bar> bars, int from, int to, List<Decision> decisions, int compareFrom) {
		for (int i = from; i < to; i++) {
			Decision decision = anew.onBar(bars.get(i));
			if (i >= compareFrom && !decision.equals(decisions.get(i))) {
				return OptionalInt.of(i);
			}
		}
		return OptionalInt.empty();
	}
}
