package io.vigie.analyst.backtest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it is asked for.
 *
 * @param done how many of the trials are in
 * @param result see {@link Judged}; none before it is done, and in lists
 * @param failure why it can't be finished
 */
record StoredBacktest(UUID id, State state, int trials, int done, BacktestRequest request, @JsonRawValue @Nullable String result,
		@Nullable String failure, Instant createdAt, @Nullable Instant finishedAt) {

	enum State {
		RUNNING, DONE, FAILED
	}
}
