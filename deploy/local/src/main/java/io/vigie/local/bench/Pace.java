package io.vigie.local.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * When what happens, within every second: signals evenly over its first four fifths; then, 150 to 550 ms after its signal, the
 * next price of the same symbol. A bar lasts a second, so both must lie within one. Late is late: nothing is made up for.
 *
 * @param count signals a second
 */
record Pace(int count) {

	private static final long SECOND = 1_000_000_000L;

	private static final double SIGNALS_UNTIL = 0.8;

	private static final double PRICES_FROM = 0.55;

	/** Something that belongs to the symbol of that number, so many nanoseconds into the second. */
	interface Beat {

		void at(int symbol, long offset);
	}

	/**
	 * @param start a time of {@link System#nanoTime()}, where the first second begins
	 * @param signal told the number of the symbol
	 */
	void run(long start, int seconds, IntConsumer signal) {
		for (int second = 0; second < seconds; second++) {
			for (int symbol = 0; symbol < count; symbol++) {
				await(start + second * SECOND + signalAt(symbol));
				signal.accept(symbol);
			}
		}
		await(start + seconds * SECOND);
	}

	/** All signals and prices of a second, in order. */
	void second(Beat beat) {
		int signals = 0;
		int prices = 0;
		while (prices < count) {
			if (signals < count && signalAt(signals) <= priceAt(prices)) {
				beat.at(signals, signalAt(signals++));
			}
			else {
				beat.at(prices, priceAt(prices++));
			}
		}
	}

	long signalAt(int number) {
		return (long) (SECOND * SIGNALS_UNTIL * number / count);
	}

	long priceAt(int number) {
		return (long) (SECOND * (PRICES_FROM + SIGNALS_UNTIL / 2 * number / count));
	}

	static void await(long nanos) {
		for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}
}
