package io.vigie.common.message;

/** On {@code sentinel.connections.v1}, keyed by link. */
public sealed interface ConnectionMessage extends Body permits ConnectionChanged {
}
