package io.vigie.engine.order;

public enum OrderType {
	MARKET, LIMIT, STOP, STOP_LIMIT, TRAILING_STOP
}
