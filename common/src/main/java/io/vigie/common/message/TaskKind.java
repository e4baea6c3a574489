package io.vigie.common.message;

/** What the orchestrator can have done. */
public enum TaskKind {
	MARKET_SCAN, TRADING_CYCLE, SNAPSHOT, RECONCILIATION, HEALTH_CHECK
}
