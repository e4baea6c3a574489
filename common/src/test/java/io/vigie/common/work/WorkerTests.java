package io.vigie.common.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerTests {

	private static final Duration LONG = Duration.ofHours(1);

	private final Worker worker = new Worker("test", Duration.ofSeconds(10));
	private final Semaphore rounds = new Semaphore(0);

	@AfterEach
	void end() {
		worker.stop();
	}

	@Test
	void restsUntilItIsCalled() throws InterruptedException {
		worker.start(() -> work(() -> worker.rest(LONG)));
		rounds.acquire();
		assertThat(rounds.tryAcquire(50, TimeUnit.MILLISECONDS)).as("goes on without a call").isFalse();

		worker.call();

		rounds.acquire();
	}

	@Test
	void doesNotRestWhenItWasCalledBefore() throws InterruptedException {
		worker.call();
		worker.call();
		worker.start(() -> work(() -> worker.rest(LONG)));

		rounds.acquire(2);
		assertThat(rounds.tryAcquire(50, TimeUnit.MILLISECONDS)).as("both calls were one").isFalse();
	}

	@Test
	void goesOnWhenTheTimeIsUp() throws InterruptedException {
		worker.start(() -> work(() -> worker.rest(Duration.ofMillis(1))));
		rounds.acquire(5);
	}

	@Test
	void keepsACallThatComesWhileItPauses() throws InterruptedException {
		var paused = new CountDownLatch(1);
		worker.start(() -> {
			paused.countDown();
			worker.pause(Duration.ofMillis(50));
			worker.rest(LONG);
			rounds.release();
		});
		paused.await();
		worker.call();
		rounds.acquire();
	}

	@Test
	void isStoppedWhileItPausesAndHasEndedThen() {
		worker.start(() -> {
			worker.pause(LONG);
			rounds.release();
		});
		worker.stop();
		assertThat(rounds.tryAcquire()).as("ended by itself").isTrue();
		assertThat(worker.goesOn()).isFalse();
	}

	@Test
	void isNudgedOutOfWhatItWaitsFor() {
		var never = new CountDownLatch(1);
		worker.start(() -> {
			try {
				never.await();
			}
			catch (InterruptedException _) {
				rounds.release();
			}
		});
		worker.interrupt();
		assertThat(rounds.tryAcquire()).isTrue();

		worker.start(() -> {
			try {
				never.await();
				rounds.release();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		});
		worker.stop(never::countDown);
		assertThat(rounds.tryAcquire()).isTrue();
	}

	@Test
	void takesAnInterruptWhileItRestsForAStop() throws InterruptedException {
		worker.start(() -> {
			Thread.currentThread().interrupt();
			worker.rest(LONG);
			rounds.release();
		});
		rounds.acquire();
		assertThat(worker.goesOn()).isFalse();
	}

	@Test
	void waitsForNobodyForEver() {
		var stubborn = new Worker("stubborn", Duration.ofMillis(50));
		var never = new CountDownLatch(1);
		stubborn.start(() -> {
			while (never.getCount() > 0) {
				Thread.onSpinWait();
			}
			rounds.release();
		});
		stubborn.stop();
		assertThat(rounds.availablePermits()).isZero();
		never.countDown();
	}

	private void work(Runnable wait) {
		while (worker.goesOn()) {
			rounds.release();
			wait.run();
		}
	}
}
