package io.vigie.engine.order;

/** Why an order exists: it opens a position, closes it by decision, or protects it. */
public enum OrderRole {
	ENTRY, EXIT, STOP_LOSS, TAKE_PROFIT, FOREIGN
}
