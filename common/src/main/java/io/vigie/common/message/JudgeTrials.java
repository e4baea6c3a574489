package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/** All trials of a backtest are in: say which is best, and whether that means anything. */
@JsonTypeName("judge-trials")
public record JudgeTrials(UUID backtestId) implements BacktestMessage {
}
