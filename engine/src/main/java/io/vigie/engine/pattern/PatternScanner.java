package io.vigie.engine.pattern;

import io.vigie.engine.market.Bar;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds patterns in the closed bars of one symbol and timeframe. Each is reported once, with the bar that completes it, and
 * never taken back. Nothing is looked at but the last bars, so memory is bounded and two scanners that were shown the same
 * last {@link #memory()} bars find the same. Not thread-safe.
 */
public final class PatternScanner {

	private static final List<Shape> SHAPES = List.of(new DoubleTop(), new HeadAndShoulders(), new Triangle(), new Flag(),
			new Divergence());

	private final Past past;
	private final Candlesticks candlesticks = new Candlesticks();

	public PatternScanner() {
		this(new Past());
	}

	PatternScanner(Past past) {
		this.past = past;
	}

	/** Bars to show a new one so that it finds what one finds that saw everything. */
	public static int memory() {
		return Past.memory();
	}

	/** Takes the next closed bar, which must be later than the last, and returns what it completed. */
	public List<Finding> add(Bar bar) {
		past.add(bar);
		return past.isReady() ? find() : List.of();
	}

	private List<Finding> find() {
		List<Finding> found = new ArrayList<>(candlesticks.in(past));
		for (Shape shape : SHAPES) {
			for (int sign = 1; sign >= -1; sign -= 2) {
				Finding finding = shape.in(past, sign);
				if (finding != null) {
					found.add(finding);
				}
			}
		}
		return found;
	}
}
