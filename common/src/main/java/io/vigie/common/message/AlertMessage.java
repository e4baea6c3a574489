package io.vigie.common.message;

/** On {@code health.alerts.v1}, keyed by component. */
public sealed interface AlertMessage extends Body permits AlertRaised, AlertResolved {
}
