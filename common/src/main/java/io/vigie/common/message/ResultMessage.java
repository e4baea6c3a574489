package io.vigie.common.message;

/** On {@code <service>.results.v1}, keyed by task. */
public sealed interface ResultMessage extends Body permits TaskFinished {
}
