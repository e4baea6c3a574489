package io.vigie.orchestrator.pace;

/** The market in one word. */
public enum Mood {
	UNKNOWN, CLOSED, CALM, NORMAL, ACTIVE, WILD
}
