package io.vigie.health.heal;

/** Who wanted it. */
public enum Trigger {
	REQUEST, AUTOMATIC
}
