package io.vigie.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

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

	@Test
	void givesUpWhatWillNeverBeTakenInsteadOfTheRest() {
		IntStream.range(0, 5).forEach(backlog::add);
		backlog.work(number -> {
			if (number == 3) {
				throw new DataIntegrityViolationException("no such text");
			}
			delivered.add(number);
		});
		assertThat(delivered).containsExactly(0, 1, 2, 4);
	}

	@Test
	void deliversEachOnceHoweverManyWork() throws Exception {
		IntStream.range(0, 500).forEach(backlog::add);
		List<Integer> all = Collections.synchronizedList(delivered);
		try (var workers = Executors.newFixedThreadPool(4)) {
			workers.invokeAll(Collections.nCopies(4, Executors.callable(() -> backlog.work(all::add))));
		}
		assertThat(delivered).hasSize(500).doesNotHaveDuplicates().isSorted();
	}

	private void failAtThree(int number) {
		if (number == 3) {
			throw new IllegalStateException("away");
		}
		delivered.add(number);
	}
}
