package io.vigie.common.message;

/** On {@code sentinel.bars.v1}, keyed by symbol. */
public sealed interface BarMessage extends Body permits BarClosed {
}
