package io.vigie.executor.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.executor.order.OrderDoor;
import io.vigie.executor.testing.FakeOrder;
import io.vigie.executor.testing.FakeVenue;
import io.vigie.executor.testing.Solo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, ended by a real signal. */
class SignalIT {

	private static final List<String> SYMBOLS = List.of("ONE", "TWO", "THREE");

	private final FakeVenue venue = new FakeVenue();

	@Test
	void cancelsWaitingEntriesBeforeItExitsAndStartsCleanAgain(@TempDir Path logs) throws Exception {
		try (Solo executor = new Solo("signals", venue.url()).with(Solo.QUICK)) {
			executor.start();
			List<String> entries = SYMBOLS.stream().map(it -> OrderDoor.intendLimitEntry(executor.context(), "trend", it, "2", "10")).toList();
			executor.stop();
			executor.jdbc.sql("delete from farewells").update();
			executor.jdbc.sql("update orders set state = 'INTENDED', changed_at = now() where role = 'ENTRY'").update();

			Process first = executor.spawn(logs.resolve("first.log"));
			try {
				await(() -> assertThat(venue.exchange.all().stream().filter(FakeOrder::isOpen).map(it -> it.clientOrderId)).containsAll(entries));
				await(() -> assertThat(Files.readString(logs.resolve("first.log"))).contains("Executor takes orders"));

				first.destroy();

				assertThat(first.waitFor(40, TimeUnit.SECONDS)).isTrue();
			}
			finally {
				first.destroyForcibly();
			}
			assertThat(venue.exchange.all()).noneMatch(FakeOrder::isOpen);
			assertThat(executor.jdbc.sql("select state from orders where role = 'ENTRY'").query(String.class).list()).containsOnly("CANCELED").hasSize(3);
			assertThat(executor.jdbc.sql("select cancelled from farewells").query((row, _) -> List.of((String[]) row.getArray(1).getArray())).single())
				.containsExactlyInAnyOrderElementsOf(entries);
			assertThat(Files.readString(logs.resolve("first.log"))).contains("Stopped. 3 waiting entries cancelled; nothing is left at the venue.");

			int sent = venue.sent.size();
			executor.start();

			assertThat(executor.get("/trading/orders?state=ACCEPTED")).isEmpty();
			assertThat(venue.sent).hasSize(sent);
			assertThat(executor.jdbc.sql("select sum(held) from portfolios").query(java.math.BigDecimal.class).single()).isZero();
		}
		finally {
			venue.close();
		}
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100)).ignoreExceptions().untilAsserted(assertion);
	}
}
