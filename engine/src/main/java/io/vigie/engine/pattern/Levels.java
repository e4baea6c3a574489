package io.vigie.engine.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Support and resistance: turning points in the window that lie no further apart than half a usual range. */
final class Levels {

	private static final double NEAR = 0.5;
	private static final int LEAST_TOUCHES = 2;
	private static final int SCALE = 4;

	private Levels() {
	}

	/** Strongest first. */
	static List<Level> in(Past past) {
		List<Swing> byPrice = past.pivots().stream().sorted(Comparator.comparingDouble(Swing::price)).toList();
		List<Level> levels = new ArrayList<>();
		List<Swing> group = new ArrayList<>();
		for (Swing swing : byPrice) {
			if (!group.isEmpty() && swing.price() - mean(group) > NEAR * past.now().usual()) {
				note(past, group, levels);
				group = new ArrayList<>();
			}
			group.add(swing);
		}
		note(past, group, levels);
		levels.sort(Comparator.comparing(Level::strength).reversed().thenComparing(Level::price));
		return levels;
	}

	private static void note(Past past, List<Swing> group, List<Level> levels) {
		if (group.size() < LEAST_TOUCHES) {
			return;
		}
		group.sort(Comparator.comparingLong(Swing::index));
		double price = mean(group);
		Candle now = past.now();
		Swing first = group.getFirst();
		Swing last = group.getLast();
		double fresh = 1 - (double) (now.index() - last.index()) / Past.WINDOW;
		double strength = group.size() / (group.size() + 2.0) * (0.5 + 0.5 * fresh);
		Level.Side side = price <= now.close() ? Level.Side.SUPPORT : Level.Side.RESISTANCE;
		String evidence = group.size() + " turning points within " + Words.of(spread(group)) + " of each other around " + Words.of(price)
				+ ", the last " + (now.index() - last.index()) + " bars ago";
		levels.add(new Level(side, Words.decimal(price, SCALE), group.size(), Words.decimal(strength, SCALE), first.candle().bar().openAt(),
				last.candle().bar().openAt(), evidence));
	}

	private static double mean(List<Swing> group) {
		return group.stream().mapToDouble(Swing::price).average().orElseThrow();
	}

	private static double spread(List<Swing> group) {
		var prices = group.stream().mapToDouble(Swing::price).summaryStatistics();
		return prices.getMax() - prices.getMin();
	}
}
