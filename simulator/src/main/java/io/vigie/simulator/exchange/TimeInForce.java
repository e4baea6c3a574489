package io.vigie.simulator.exchange;

public enum TimeInForce implements Wire {
	DAY, GTC, IOC, FOK, OPG, CLS
}
