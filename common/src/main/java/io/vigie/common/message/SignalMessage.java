package io.vigie.common.message;

/** On {@code analyst.signals.v1}, keyed by symbol. */
public sealed interface SignalMessage extends Body permits SignalRaised {
}
