package io.vigie.common.message;

/** On {@code sentinel.account-events.v1}, keyed by broker account: what the broker says of orders and cash. */
public sealed interface AccountMessage extends Body permits OrderUpdated, CashMoved {
}
