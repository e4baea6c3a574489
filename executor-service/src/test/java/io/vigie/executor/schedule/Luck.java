package io.vigie.executor.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Everything that is left to chance follows from the seed. */
public final class Luck {

	private final Random random;

	Luck(long seed) {
		random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
	}

	/** In so many of a hundred cases. */
	public boolean percent(int cases) {
		return random.nextInt(100) < cases;
	}

	/** From one number to another, both included. */
	public int between(int least, int most) {
		return least + random.nextInt(most - least + 1);
	}

	public <T> T oneOf(List<T> things) {
		return things.get(random.nextInt(things.size()));
	}

	public Duration upTo(Duration most) {
		return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
	}
}
