package io.vigie.health.probe;

/** How a component is. {@code UNKNOWN} until the first look that says something. */
public enum State {
	UNKNOWN, UP, DEGRADED, DOWN
}
