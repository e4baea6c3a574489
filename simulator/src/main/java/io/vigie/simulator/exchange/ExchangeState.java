package io.vigie.simulator.exchange;

import io.vigie.simulator.fault.Armed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The whole venue as one value: what a snapshot holds. */
public record ExchangeState(String seed, Instant start, Instant now, long ids, BigDecimal cash, List<Position> positions,
		List<Order> orders, List<Activity> activities, BigDecimal lastEquity, List<Replay.Cursor> cursors,
		List<Tape.TapeState> tapes, List<Armed> hazards, Dialect dialect, List<Command.Split> splits) {

	/** Prints a snapshot keeps per symbol; older ones are forgotten by the REST history, their minutes are not. */
	static final int PRINTS_KEPT = 2_000;

	/** What snapshots of an older venue do not have is nothing, or the default. */
	public ExchangeState {
		hazards = Objects.requireNonNullElse(hazards, List.of());
		dialect = Objects.requireNonNullElse(dialect, Dialect.ALPACA);
		splits = Objects.requireNonNullElse(splits, List.of());
	}

	static ExchangeState empty(String seed, Instant start, Instant now, BigDecimal cash) {
		return new ExchangeState(seed, start, now, 0, cash, List.of(), List.of(), List.of(), cash, List.of(), List.of(), List.of(),
				Dialect.ALPACA, List.of());
	}
}
