package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * In for some bars and out for as many, for ever. No strategy to earn by, but one to measure the platform by: what it wants
 * follows from the bar's place in time alone, so it needs no past.
 */
final class EveryBar implements Strategy {

	static final StrategyType TYPE = new StrategyType("every-bar",
			"Buys on one bar and leaves some bars later, again and again; for tests and measurements",
			List.of(Parameter.period("stay", 1, 1, "bars that it stays in, and then out"),
					new Parameter("phase", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.valueOf(Parameter.LONGEST_PERIOD), true,
							"bars by which it is ahead of others")),
			EveryBar::new);

	private static final BigDecimal CONFIDENCE = new BigDecimal("0.5");

	private final Progress progress = new Progress();
	private final int stay;
	private final int phase;

	private EveryBar(Parameters parameters) {
		stay = parameters.whole("stay");
		phase = parameters.whole("phase");
	}

	@Override
	public int warmUp() {
		return 1;
	}

	@Override
	public int memory() {
		return 0;
	}

	@Override
	public Decision onBar(Bar bar) {
		progress.next(bar);
		long number = bar.openAt().getEpochSecond() / bar.timeframe().duration().toSeconds() + phase;
		Action action = number % stay != 0 ? Action.HOLD : number / stay % 2 == 0 ? Action.BUY : Action.CLOSE;
		return new Decision(action, CONFIDENCE, Map.of("close", bar.close()), switch (action) {
			case BUY -> "Its turn to be in";
			case CLOSE -> "Its turn to be out";
			case HOLD -> "Nobody's turn";
		});
	}
}
