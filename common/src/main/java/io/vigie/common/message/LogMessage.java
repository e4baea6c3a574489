package io.vigie.common.message;

/** On {@code <service>.logs.v1}, keyed by bot, or by service where no bot is meant. */
public sealed interface LogMessage extends Body permits AgentLogged {
}
