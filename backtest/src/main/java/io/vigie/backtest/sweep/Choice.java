package io.vigie.backtest.sweep;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** What of a grid is tried: all of it, or some combinations drawn at random, none twice. The same on every machine. */
public final class Choice {

	private final Grid grid;
	private final Map<String, BigDecimal> fixed;
	private final int[] drawn;

	private Choice(Grid grid, Map<String, BigDecimal> fixed, int[] drawn) {
		this.grid = grid;
		this.fixed = Map.copyOf(fixed);
		this.drawn = drawn;
	}

	/** Nothing to choose from. */
	public static Choice one(Map<String, BigDecimal> parameters) {
		return new Choice(Grid.NOTHING, parameters, new int[1]);
	}

	/** @param fixed parameters that are the same in every trial */
	public static Choice all(Grid grid, Map<String, BigDecimal> fixed) {
		return new Choice(grid, fixed, IntStream.range(0, grid.size()).toArray());
	}

	/** @throws IllegalArgumentException for less than one */
	public static Choice random(Grid grid, Map<String, BigDecimal> fixed, int count, long seed) {
		if (count < 1) {
			throw new IllegalArgumentException("At least one combination must be drawn, not " + count);
		}
		int[] numbers = IntStream.range(0, grid.size()).toArray();
		int drawn = Math.min(count, numbers.length);
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
		for (int i = 0; i < drawn; i++) {
			int other = random.nextInt(i, numbers.length);
			int number = numbers[other];
			numbers[other] = numbers[i];
			numbers[i] = number;
		}
		return new Choice(grid, fixed, IntStream.of(numbers).limit(drawn).toArray());
	}

	public int size() {
		return drawn.length;
	}

	/** @param number of the trial, from 0 */
	public Map<String, BigDecimal> at(int number) {
		Map<String, BigDecimal> parameters = new LinkedHashMap<>(fixed);
		parameters.putAll(grid.at(drawn[number]));
		return parameters;
	}
}
