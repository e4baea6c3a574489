package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.Map;

/** Follows the rules of a book: buys where the entry begins to hold, leaves where the exit does, which goes first. */
final class RuleStrategy implements Strategy {

	/** Rules hold or don't; they are never more or less sure. */
	private static final BigDecimal CONFIDENCE = new BigDecimal("0.5");

	private final RuleState entry;
	private final RuleState exit;
	private final int warmUp;
	private final int memory;
	private final Progress progress = new Progress();
	private final Onset enters = new Onset();
	private final Onset leaves = new Onset();

	RuleStrategy(RuleBook book, Parameters parameters) {
		entry = book.entry().start(parameters);
		exit = book.exit().start(parameters);
		warmUp = Math.max(entry.warmUp(), exit.warmUp()) + 1;
		memory = Math.max(entry.memory(), exit.memory()) + 1;
	}

	@Override
	public int warmUp() {
		return warmUp;
	}

	@Override
	public int memory() {
		return memory;
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		boolean entered = enters.of(entry.next(bar));
		boolean left = leaves.of(exit.next(bar));
		if (seen < warmUp) {
			return Decision.warmingUp(seen, warmUp);
		}
		Values values = new Values();
		entry.tell(values);
		exit.tell(values);
		Map<String, BigDecimal> map = values.map();
		return left ? new Decision(Action.CLOSE, CONFIDENCE, map, "Exit: " + exit.words())
				: entered ? new Decision(Action.BUY, CONFIDENCE, map, "Entry: " + entry.words())
				: Decision.hold(map, "No entry or exit begins");
	}
}
