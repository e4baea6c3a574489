package io.vigie.common.message;

/** On {@code sentinel.ticks.v1}, keyed by symbol. */
public sealed interface TickMessage extends Body permits TradePrinted, QuoteChanged {
}
