package io.vigie.engine.backtest;

import java.util.Arrays;

/** Where trades began and ended, by bar; the last may not have ended. Grows as it needs. */
final class Marks {

	static final int SIGNAL = 0;
	static final int STOP = 1;
	static final int TARGET = 2;
	/** In place of the last exit's bar where it has not ended. */
	static final int OPEN = -1;

	private static final Trade.Cause[] CAUSES = {Trade.Cause.SIGNAL, Trade.Cause.STOP, Trade.Cause.TARGET};

	private int[] entries = new int[64];
	private int[] exits = new int[64];
	private byte[] causes = new byte[64];
	private int size;

	void clear() {
		size = 0;
	}

	void enter(int bar) {
		if (size == entries.length) {
			entries = Arrays.copyOf(entries, 2 * size);
			exits = Arrays.copyOf(exits, 2 * size);
			causes = Arrays.copyOf(causes, 2 * size);
		}
		entries[size] = bar;
		exits[size] = OPEN;
		size++;
	}

	void leave(int bar, int cause) {
		exits[size - 1] = bar;
		causes[size - 1] = (byte) cause;
	}

	int size() {
		return size;
	}

	int entry(int trade) {
		return entries[trade];
	}

	int exit(int trade) {
		return exits[trade];
	}

	Trade.Cause cause(int trade) {
		return CAUSES[causes[trade]];
	}
}
