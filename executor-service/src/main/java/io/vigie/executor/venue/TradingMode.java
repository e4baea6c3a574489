package io.vigie.executor.venue;

/** Whose money is at stake. */
public enum TradingMode {
	PAPER, LIVE
}
