package io.vigie.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTests {

	private final Backlog<Integer> backlog = new Backlog<>("test");
	private final List<Integer> delivered = new ArrayList<>();

	@Test
	void keepsOrderAndLosesNothingWhileTheWayIsBlocked() {
		IntStream.range(0, 10).forEach(backlog::add);
		backlog.work(this::failAtThree);
		assertThat(delivered).containsExactly(0, 1, 2);
		backlog.work(delivered::add);
		assertThat(delivered).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
		backlog.work(delivered::add);
		assertThat(delivered).hasSize(10);
	}

	@Test
	void givesUpTheOldestWhenItIsFull() {
		IntStream.range(0, 1001).forEach(backlog::add);
		backlog.work(delivered::add);
		assertThat(delivered).hasSize(1000).startsWith(1).endsWith(1000);
	}

	private void failAtThree(int number) {
		if (number == 3) {
			throw new IllegalStateException("away");
		}
		delivered.add(number);
	}
}
