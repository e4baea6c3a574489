package io.vigie.engine.order;

public enum TimeInForce {
	DAY, GTC, IOC, FOK, OPG, CLS
}
