package io.vigie.common.message;

/** On {@code executor.portfolios.v1}, compacted, keyed by bot. */
public sealed interface PortfolioMessage extends Body permits PortfolioChanged {
}
