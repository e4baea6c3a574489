package io.vigie.common.message;

/** On {@code analyst.backtests.v1}, keyed by piece of work, so that it spreads over whoever is there to do it. */
public sealed interface BacktestMessage extends Body permits RunTrials, JudgeTrials {
}
