package io.vigie.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The whole venue as one value: what a snapshot holds. */
public record ExchangeState(String seed, Instant start, Instant now, long ids, BigDecimal cash, List<Position> positions,
		List<Order> orders, List<Activity> activities, BigDecimal lastEquity, List<Replay.Cursor> cursors,
		List<Tape.TapeState> tapes) {

	/** Prints a snapshot keeps per symbol; older ones are forgotten by the REST history, their minutes are not. */
	static final int PRINTS_KEPT = 2_000;

	static ExchangeState empty(String seed, Instant start, Instant now, BigDecimal cash) {
		return new ExchangeState(seed, start, now, 0, cash, List.of(), List.of(), List.of(), cash, List.of(), List.of());
	}
}
