package io.vigie.executor.protect;

import java.math.BigDecimal;

/**
 * One position, and how much of it the venue has confirmed a live stop for.
 *
 * @param own whether a stop of the executor's own is among them
 */
record Cover(String bot, String symbol, BigDecimal held, BigDecimal covered, boolean own) {

	boolean isWhole() {
		return covered.compareTo(held) >= 0;
	}

	boolean isExact() {
		return covered.compareTo(held) == 0;
	}

	Lane lane() {
		return new Lane(bot, symbol);
	}

	record Lane(String bot, String symbol) {
	}
}
