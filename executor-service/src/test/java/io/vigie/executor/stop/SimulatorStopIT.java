package io.vigie.executor.stop;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.SimulatorProcess;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.order.OrderDoor;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.testing.Solo;
import io.vigie.executor.testing.VerdictFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The emergency stop against the simulator itself, as a process. */
class SimulatorStopIT {

	private static final Logger log = LoggerFactory.getLogger(SimulatorStopIT.class);
	private static final int POSITIONS = 20;
	private static final int ORDERS = 30;

	@TempDir
	private Path folder;

	private final ScheduledExecutorService market = Executors.newSingleThreadScheduledExecutor();
	private SimulatorProcess venue;
	private Solo executor;

	@BeforeEach
	void start() throws Exception {
		venue = SimulatorProcess.start(folder);
		executor = new Solo("simulated", venue.address());
		await(() -> assertThat(venue.post("/simulator/ticks", prints(), 200)).isNotNull());
		market.scheduleWithFixedDelay(() -> trade(venue), 0, 200, TimeUnit.MILLISECONDS);
		executor.start();
	}

	@AfterEach
	void stop() {
		market.shutdownNow();
		executor.close();
		venue.close();
	}

	@Test
	void isFlatAndBlockedWithinFiveSeconds() throws Exception {
		for (int i = 0; i < POSITIONS; i++) {
			OrderDoor.intend(executor.context(), entry("trend", "SYM" + i, "2", "10"));
		}
		for (int i = 0; i < ORDERS; i++) {
			OrderDoor.intendLimitEntry(executor.context(), "breakout", "SYM" + i % POSITIONS, "1", "5");
		}
		await(() -> {
			executor.context().getBean(Settlement.class).settleAll();
			assertThat(executor.jdbc.sql("select count(*) from positions where quantity > 0").query(Long.class).single()).isEqualTo(POSITIONS);
			assertThat(open()).hasSize(2 * POSITIONS + ORDERS);
		});

		stopsFlat();
		long millis = executor.get("/trading/emergency-stop").path("flat_after_millis").asLong();
		log.info("20 positions and 30 orders at the simulator: flat after {} ms", millis);
		assertThat(millis).isLessThan(5000);
	}

	/** A target with a stop beside it, and a stop that trails, wanted by somebody: they outlive the process, and end with the emergency stop. */
	@Test
	void keepsWhatSomebodyWantedOverARestartAndSellsItInAnEmergency() throws Exception {
		for (String symbol : List.of("SYM0", "SYM1")) {
			OrderDoor.intend(executor.context(), entry("trend", symbol, "2", "10"));
			await(() -> assertThat(protection(symbol)).isEqualTo("PROTECTED"));
		}
		want("SYM0", new OrderStyle(OrderType.STOP, null, null, new BigDecimal("9.5"), null, null, new BigDecimal("10.5")));
		want("SYM1", new OrderStyle(OrderType.TRAILING_STOP, null, null, null, BigDecimal.ONE, null, null));
		String[] wanted = { "limit 2", "stop 2", "trailing_stop 2" };
		await(() -> assertThat(open()).containsExactlyInAnyOrder(wanted));

		executor.stop();
		assertThat(executor.jdbc.sql("select summary from farewells").query(String.class).single()).startsWith("Stopped. No entry was waiting; left at the venue: ")
			.contains("stop-loss of 2 SYM0 (trend)", "take-profit of 2 SYM0 (trend)", "stop-loss of 2 SYM1 (trend)");
		executor.start();
		await(() -> assertThat(List.of(protection("SYM0"), protection("SYM1"))).containsOnly("PROTECTED"));
		assertThat(open()).containsExactlyInAnyOrder(wanted);

		stopsFlat();
	}

	private void stopsFlat() throws Exception {
		executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);
		await(() -> assertThat(executor.get("/trading/emergency-stop").path("state").asString()).isEqualTo("FLAT"));
		assertThat(open()).isEmpty();
		assertThat(venue.get("/v2/positions")).isEmpty();
		assertThat(executor.get("/trading/emergency-stop").path("entries_blocked").asBoolean()).isTrue();
		assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single())
			.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
	}

	private void want(String symbol, OrderStyle style) {
		OrderDoor.intend(executor.context(), VerdictFixtures.exit("trend", symbol, "2", style));
	}

	private List<String> open() throws Exception {
		return venue.get("/v2/orders?status=open&limit=500").valueStream().map(it -> it.path("type").asString() + " " + it.path("qty").asString()).toList();
	}

	/** Nobody tells this executor of fills: it asks. */
	private String protection(String symbol) throws Exception {
		executor.context().getBean(Settlement.class).settleAll();
		return executor.get("/trading/positions?bot=trend").valueStream().filter(it -> it.path("symbol").asString().equals(symbol)).findFirst().orElseThrow()
			.path("protection").asString();
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
