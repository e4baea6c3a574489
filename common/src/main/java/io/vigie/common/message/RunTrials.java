package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/**
 * Run some trials of a backtest and keep what came of them. What each trial is follows from the backtest and its number.
 *
 * @param from number of the first
 * @param to number after the last
 */
@JsonTypeName("run-trials")
public record RunTrials(UUID backtestId, int from, int to) implements BacktestMessage {
}
