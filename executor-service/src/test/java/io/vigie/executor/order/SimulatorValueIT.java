package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.testing.SimulatorProcess;
import io.vigie.executor.reconcile.Reconciliation;
import io.vigie.executor.testing.Solo;
import io.vigie.executor.testing.VerdictFixtures;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Bought for an amount of money, and in fractions of a share, at the simulator: what fills decides how much it was. */
class SimulatorValueIT {

	private static final String PAIR = "COIN/USD";

	@TempDir
	private static Path folder;

	private static SimulatorProcess venue;
	private static Solo executor;
	private static int number;

	private String symbol = "";

	@BeforeAll
	static void start() throws Exception {
		venue = SimulatorProcess.startWithoutSlippage(folder);
		await(() -> venue.print(PAIR, "10"));
		// Parts that come slowly are not cut short here.
		executor = new Solo("value", venue.address()).with(Map.of("VIGIE_PROTECTION_FILL_WAIT", "30s", "VIGIE_PROTECTION_WITHIN", "60s")).start();
	}

	@AfterAll
	static void stop() {
		executor.close();
		venue.close();
	}

	@BeforeEach
	void list() throws Exception {
		symbol = "VALUE" + number++;
		venue.print(symbol, "10");
	}

	/** Ledger is venue, nothing stays held, and each intent is one order. */
	@AfterEach
	void ledgerIsTheVenues() throws Exception {
		// Fees are told by the account's history alone.
		assertThat(executor.context().getBean(Reconciliation.class).run("test").drifts()).isEmpty();
		assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single())
			.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
		for (JsonNode position : venue.get("/v2/positions")) {
			String name = position.path("symbol").asString().replace("COINUSD", PAIR);
			assertThat(held(name)).as(name).isEqualByComparingTo(position.path("qty").asString());
		}
		assertThat(executor.jdbc.sql("select count(*) from holds where state = 'PENDING'").query(Long.class).single()).isZero();
		assertThat(buys()).hasSize(1);
	}

	/** 100 at 8 are 12.5, not the 10 that risk thought. */
	@Test
	void buysMoreUnitsWhereThePriceHasFallen() throws Exception {
		spends("100");
		venue.print(symbol, "8");

		isBoughtAndProtected("12.5");
		assertThat(entry()).isEqualTo("FILLED 12.5 of 12.5");
		assertThat(openStop().path("time_in_force").asString()).as("what the venue takes for a fraction").isEqualTo("day");
	}

	@Test
	void buysFewerWhereItHasRisen() throws Exception {
		spends("100");
		venue.print(symbol, "12.5");

		isBoughtAndProtected("8");
		assertThat(entry()).isEqualTo("FILLED 8 of 8");
	}

	@Test
	void buysCryptoByValueUntilCancelled() throws Exception {
		symbol = PAIR;
		spends("100");
		assertThat(buys().getFirst().path("time_in_force").asString()).isEqualTo("gtc");
		venue.print(PAIR, "10");

		isBoughtAndProtected("10");
	}

	/** Parts of it come first; the order is not filled before the money is spent. */
	@Test
	void followsParts() throws Exception {
		venue.post("/simulator/faults", """
				{"do":{"kind":"partial_fills","largest":"6"},"on":{"symbols":["%s"],"side":"buy"}}""".formatted(symbol), 200);
		spends("100");
		venue.print(symbol, "8");
		await(() -> {
			settle();
			assertThat(entry()).isEqualTo("PARTIALLY_FILLED 6 of 10");
		});
		assertThat(executor.jdbc.sql("select remaining from holds where state = 'PENDING'").query(BigDecimal.class).single())
			.as("the money that is not spent yet stays held").isBetween(new BigDecimal("52"), new BigDecimal("53.1"));
		venue.print(symbol, "8");
		venue.print(symbol, "8");

		isBoughtAndProtected("12.5");
		assertThat(entry()).isEqualTo("FILLED 12.5 of 12.5");
	}

	@Test
	void buysAFractionOfAShareForTheDay() throws Exception {
		Message<VerdictMessage> verdict = VerdictFixtures.entry("trend", symbol, "1.25", "10");
		OrderDoor.intend(executor.context(), verdict);
		OrderDoor.intend(executor.context(), verdict);
		await(() -> assertThat(buys()).singleElement().satisfies(it -> assertThat(it.path("time_in_force").asString() + it.path("order_class").asString()).isEqualTo("day")));
		venue.print(symbol, "10");

		isBoughtAndProtected("1.25");
		OrderDoor.intend(executor.context(), VerdictFixtures.exit("trend", symbol, "1.25"));
		await(() -> assertThat(venue.get("/v2/orders?status=open&limit=5&symbols=" + symbol).path(0).path("type").asString()).isEqualTo("market"));
		venue.print(symbol, "10");
		await(() -> {
			settle();
			assertThat(held(symbol)).isZero();
		});
	}

	private void spends(String notional) throws Exception {
		Message<VerdictMessage> verdict = VerdictFixtures.byValue((ProposalApproved) VerdictFixtures.entry("trend", symbol, "10", "10").data(), notional);
		OrderDoor.intend(executor.context(), verdict);
		OrderDoor.intend(executor.context(), verdict);
		await(() -> assertThat(buys()).singleElement().satisfies(it -> assertThat(it.path("notional").asString() + " " + it.path("qty").asString("none"))
			.isEqualTo(notional + " none")));
	}

	private void isBoughtAndProtected(String quantity) {
		await(() -> {
			settle();
			assertThat(held(symbol)).isEqualByComparingTo(quantity);
			assertThat(executor.jdbc.sql("select coalesce(sum(covered), 0) from position_covers where symbol = ?").param(symbol).query(BigDecimal.class).single())
				.isEqualByComparingTo(quantity);
		});
	}

	private List<JsonNode> buys() throws Exception {
		return venue.get("/v2/orders?status=all&limit=5&side=buy&symbols=" + symbol.replace("/", "%2F")).valueStream().toList();
	}

	private JsonNode openStop() throws Exception {
		return venue.get("/v2/orders?status=open&limit=5&side=sell&symbols=" + symbol).path(0);
	}

	private String entry() {
		return executor.jdbc.sql("select state || ' ' || trim_scale(filled_quantity) || ' of ' || trim_scale(quantity) from orders where role = 'ENTRY' and symbol = ?")
			.param(symbol).query(String.class).single();
	}

	private BigDecimal held(String symbol) {
		return executor.jdbc.sql("select coalesce(sum(quantity), 0) from positions where symbol = ?").param(symbol).query(BigDecimal.class).single();
	}

	/** Nobody tells this executor of account events: it asks. */
	private void settle() {
		executor.context().getBean(OwnOrders.class).settle(executor.context().getBean(Orders.class).open(), Duration.ofSeconds(5));
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100)).ignoreExceptions().untilAsserted(assertion);
	}
}
