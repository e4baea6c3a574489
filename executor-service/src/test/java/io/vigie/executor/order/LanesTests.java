package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTests {

	private final Lanes lanes = new Lanes(new OrderSettings(2, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1)));

	@Test
	void keepsTheOrderOfALane() {
		List<Integer> seen = new CopyOnWriteArrayList<>();
		for (int i = 0; i < 200; i++) {
			int number = i;
			lanes.run(OrderFixtures.entry("trend", "BTC/USD"), () -> seen.add(number));
		}
		lanes.settle(Duration.ofSeconds(10));

		List<Integer> expected = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			expected.add(i);
		}
		assertThat(seen).isEqualTo(expected);
	}

	@Test
	void worksOnNoMoreThanAllowedAtOnce() throws InterruptedException {
		var now = new AtomicInteger();
		var most = new AtomicInteger();
		var done = new CountDownLatch(20);
		for (int i = 0; i < 20; i++) {
			lanes.run(OrderFixtures.entry("trend", "S" + i), () -> {
				most.accumulateAndGet(now.incrementAndGet(), Math::max);
				Thread.onSpinWait();
				now.decrementAndGet();
				done.countDown();
			});
		}
		done.await();

		assertThat(most.get()).isBetween(1, 2);
	}

	@Test
	void takesAnOrderOnce() {
		var gate = new CountDownLatch(1);
		var runs = new AtomicInteger();
		Order order = OrderFixtures.entry("trend", "BTC/USD");
		lanes.run(order, () -> {
			await(gate);
			runs.incrementAndGet();
		});
		lanes.run(order, runs::incrementAndGet);
		assertThat(lanes.isBusy(order.id())).isTrue();
		gate.countDown();

		Awaitility.await().until(() -> !lanes.isBusy(order.id()));
		assertThat(runs.get()).isEqualTo(1);
	}

	@Test
	void goesOnAfterAFailure() {
		var runs = new AtomicInteger();
		lanes.run(OrderFixtures.entry("trend", "BTC/USD"), () -> {
			throw new IllegalStateException("planted");
		});
		lanes.run(OrderFixtures.entry("trend", "BTC/USD"), runs::incrementAndGet);

		Awaitility.await().until(() -> runs.get() == 1);
	}

	@Test
	void finishesWhatIsInFlightAndTakesNothingNewWhenStopped() {
		var gate = new CountDownLatch(1);
		var runs = new AtomicInteger();
		lanes.run(OrderFixtures.entry("trend", "BTC/USD"), () -> {
			await(gate);
			runs.incrementAndGet();
		});
		Thread stopping = Thread.ofVirtual().start(lanes::stop);
		Awaitility.await().until(() -> !lanes.isRunning());
		lanes.run(OrderFixtures.entry("trend", "ETH/USD"), runs::incrementAndGet);
		gate.countDown();

		Awaitility.await().until(() -> !stopping.isAlive());
		assertThat(runs.get()).isEqualTo(1);
	}

	private static void await(CountDownLatch gate) {
		try {
			gate.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
