package io.vigie.executor.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.sql.Trip;
import io.vigie.executor.testing.ExecutorTest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class EntryBlocksIT extends ExecutorTest {

	@Autowired
	private EntryBlocks blocks;
	@Autowired
	private TransactionTemplate transactions;
	@Autowired
	private JdbcTemplate jdbc;

	/** The common pool may have a single thread, and then the second would wait for the first in any case. */
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void lift() {
		blocks.lift("first");
		blocks.lift("second");
	}

	@Test
	void waitsForWhoSawNoBlockAndIsSeenByAllAfterIt() throws Exception {
		CountDownLatch looked = new CountDownLatch(1);
		CountDownLatch commit = new CountDownLatch(1);
		CompletableFuture<Optional<String>> intending = CompletableFuture.supplyAsync(() -> transactions.execute(_ -> {
			Optional<String> seen = look();
			looked.countDown();
			await(commit);
			return seen;
		}), threads);
		looked.await();
		CompletableFuture<Void> blocking = CompletableFuture.runAsync(() -> blocks.block("first", "a test wants it"), threads);

		org.awaitility.Awaitility.await().during(Duration.ofMillis(400)).until(() -> !blocking.isDone());
		commit.countDown();

		blocking.join();
		assertThat(intending.join()).isEmpty();
		assertThat(seen()).contains("first: a test wants it");
		assertThat(blocks.now()).contains("first: a test wants it");
	}

	@Test
	void liftsEachCauseByItself() {
		blocks.block("first", "one");
		blocks.block("second", "two");
		blocks.block("first", "one again");
		assertThat(seen()).contains("first: one; second: two");

		blocks.lift("first");
		assertThat(seen()).contains("second: two");
		blocks.lift("second");
		assertThat(seen()).isEmpty();
		assertThat(blocks.now()).isEmpty();
	}

	@Test
	void isNotSetByATransactionThatIsRolledBack() {
		transactions.executeWithoutResult(status -> {
			blocks.block("first", "never");
			status.setRollbackOnly();
		});

		assertThat(blocks.now()).isEmpty();
		assertThat(seen()).isEmpty();
	}

	private Optional<String> seen() {
		return Objects.requireNonNull(transactions.execute(_ -> look()));
	}

	private Optional<String> look() {
		var trip = new Trip(jdbc);
		Supplier<Optional<String>> seen = blocks.whileIntending(trip);
		trip.go();
		return seen.get();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
