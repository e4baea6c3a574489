package io.vigie.health.heal;

/** How an attempt at healing ended. */
public enum Result {
	HEALED, NOT_NEEDED, REFUSED, FAILED
}
