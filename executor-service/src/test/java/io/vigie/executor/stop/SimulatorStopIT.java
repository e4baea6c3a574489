package io.vigie.executor.stop;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.SimulatorProcess;
import io.vigie.executor.order.OrderDoor;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.testing.Solo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The emergency stop against the simulator itself, as a process, where it has been built. */
class SimulatorStopIT {

	private static final Logger log = LoggerFactory.getLogger(SimulatorStopIT.class);
	private static final int POSITIONS = 20;
	private static final int ORDERS = 30;

	@Test
	void isFlatAndBlockedWithinFiveSeconds(@TempDir Path folder) throws Exception {
		ScheduledExecutorService market = Executors.newSingleThreadScheduledExecutor();
		try (SimulatorProcess venue = SimulatorProcess.start(folder); Solo executor = new Solo("simulated", venue.address())) {
			await(() -> assertThat(venue.post("/simulator/ticks", prints(), 200)).isNotNull());
			market.scheduleWithFixedDelay(() -> trade(venue), 0, 200, TimeUnit.MILLISECONDS);
			executor.start();
			for (int i = 0; i < POSITIONS; i++) {
				OrderDoor.intend(executor.context(), entry("trend", "SYM" + i, "2", "10"));
			}
			for (int i = 0; i < ORDERS; i++) {
				OrderDoor.intendLimitEntry(executor.context(), "breakout", "SYM" + i % POSITIONS, "1", "5");
			}
			await(() -> {
				executor.context().getBean(Settlement.class).settleAll();
				assertThat(executor.jdbc.sql("select count(*) from positions where quantity > 0").query(Long.class).single()).isEqualTo(POSITIONS);
				assertThat(venue.get("/v2/orders?status=open&limit=500").size()).isEqualTo(2 * POSITIONS + ORDERS);
			});

			executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);
			await(() -> assertThat(executor.get("/trading/emergency-stop").path("state").asString()).isEqualTo("FLAT"));

			long millis = executor.get("/trading/emergency-stop").path("flat_after_millis").asLong();
			log.info("20 positions and 30 orders at the simulator: flat after {} ms", millis);
			assertThat(millis).isLessThan(5000);
			assertThat(venue.get("/v2/orders?status=open&limit=500")).isEmpty();
			assertThat(venue.get("/v2/positions")).isEmpty();
			assertThat(executor.get("/trading/emergency-stop").path("entries_blocked").asBoolean()).isTrue();
			assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(java.math.BigDecimal.class).single())
				.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
		}
		finally {
			market.shutdownNow();
		}
	}

	private static void trade(SimulatorProcess venue) {
		try {
			venue.post("/simulator/ticks", prints(), 200);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private static String prints() {
		return IntStream.range(0, POSITIONS).mapToObj(it -> "{\"symbol\":\"SYM" + it + "\",\"price\":10,\"size\":100}").collect(Collectors.joining(",", "[", "]"));
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions().untilAsserted(assertion);
	}
}
