package io.vigie.common.message;

/** On {@code executor.orders.v1}, keyed by bot. */
public sealed interface OrderMessage extends Body permits OrderChanged, TradeBooked {
}
