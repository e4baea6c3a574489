package io.vigie.engine.strategy;

/** Tells where a state begins: being in it is one event, staying in it is none. Nothing begins at the first bar. */
final class Onset {

	private boolean before = true;

	boolean of(boolean now) {
		boolean begins = now && !before;
		before = now;
		return begins;
	}

	/** As at the first bar. */
	void forget() {
		before = true;
	}
}
