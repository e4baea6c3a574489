package io.vigie.backtest.command;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** Shows how far long work is, on one line that is drawn over; short work shows nothing. Not thread-safe. */
public final class ProgressBar implements DoubleConsumer {

	private static final long PATIENCE_NANOS = 1_000_000_000L;
	private static final long PAUSE_NANOS = 100_000_000L;
	private static final int WIDTH = 40;

	private final Consumer<String> screen;
	private final LongSupplier nanos;
	private final long begun;
	private long shown;
	private boolean drawn;

	/** @param screen takes text that is not a line */
	public ProgressBar(Consumer<String> screen, LongSupplier nanos) {
		this.screen = screen;
		this.nanos = nanos;
		begun = nanos.getAsLong();
	}

	@Override
	public void accept(double part) {
		long now = nanos.getAsLong();
		if (now - begun < PATIENCE_NANOS || drawn && now - shown < PAUSE_NANOS) {
			return;
		}
		shown = now;
		drawn = true;
		int full = (int) Math.round(WIDTH * Math.clamp(part, 0, 1));
		screen.accept("\r[" + "█".repeat(full) + "·".repeat(WIDTH - full) + "] " + Math.round(100 * part) + " %");
	}

	/** Takes the line away again, if there is one. */
	public void end() {
		if (drawn) {
			screen.accept("\r" + " ".repeat(WIDTH + 10) + "\r");
		}
	}
}
