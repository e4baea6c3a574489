package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.executor.reconcile.Reconciliation;
import io.vigie.executor.testing.SimulatorProcess;
import io.vigie.executor.testing.Solo;
import io.vigie.executor.testing.VerdictFixtures;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Bought for an amount of money, and in fractions of a share, at the simulator: what fills decides how much it was. */
class SimulatorValueIT {

	private static int number;

	private SimulatorProcess venue;
	private Solo executor;

	@BeforeEach
	void start(@TempDir Path folder) throws Exception {
		venue = SimulatorProcess.startWithoutSlippage(folder);
		await(() -> venue.print("VALUE", "10"));
		venue.print("COIN/USD", "10");
		// Parts that come slowly are not cut short here.
		executor = new Solo("value" + number++, venue.address()).with(Map.of("VIGIE_PROTECTION_FILL_WAIT", "30s", "VIGIE_PROTECTION_WITHIN", "60s")).start();
	}

	/** Ledger is venue, nothing stays held, and each intent is one order. */
	@AfterEach
	void ledgerIsTheVenues() throws Exception {
		// Fees are told by the account's history alone.
		executor.context().getBean(Reconciliation.class).run("test");
		assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single())
			.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
		for (JsonNode position : venue.get("/v2/positions")) {
			String symbol = position.path("symbol").asString().replace("COINUSD", "COIN/USD");
			assertThat(held(symbol)).as(symbol).isEqualByComparingTo(position.path("qty").asString());
		}
		assertThat(executor.jdbc.sql("select count(*) from holds where state = 'PENDING'").query(Long.class).single()).isZero();
		assertThat(venue.get("/v2/orders?status=all&limit=500&side=buy")).hasSize(1);
		executor.close();
		venue.close();
	}

	/** 100 at 8 are 12.5, not the 10 that risk thought. */
	@Test
	void buysMoreUnitsWhereThePriceHasFallen() throws Exception {
		spends("VALUE", "100");
		venue.print("VALUE", "8");

		isBoughtAndProtected("VALUE", "12.5");
		assertThat(entry()).isEqualTo("FILLED 12.5 of 12.5");
		assertThat(openStop("VALUE").path("time_in_force").asString()).as("what the venue takes for a fraction").isEqualTo("day");
	}

	@Test
	void buysFewerWhereItHasRisen() throws Exception {
		spends("VALUE", "100");
		venue.print("VALUE", "12.5");

		isBoughtAndProtected("VALUE", "8");
		assertThat(entry()).isEqualTo("FILLED 8 of 8");
	}

	@Test
	void buysCryptoByValueUntilCancelled() throws Exception {
		spends("COIN/USD", "100");
		assertThat(venue.get("/v2/orders?status=all&limit=5&side=buy").path(0).path("time_in_force").asString()).isEqualTo("gtc");
		venue.print("COIN/USD", "10");

		isBoughtAndProtected("COIN/USD", "10");
	}

	/** Parts of it come first; the order is not filled before the money is spent. */
	@Test
	void followsParts() throws Exception {
		venue.post("/simulator/faults", """
				{"do":{"kind":"partial_fills","largest":"6"},"on":{"side":"buy"}}""", 200);
		spends("VALUE", "100");
		venue.print("VALUE", "8");
		await(() -> {
			settle();
			assertThat(entry()).isEqualTo("PARTIALLY_FILLED 6 of 10");
		});
		assertThat(executor.jdbc.sql("select remaining from holds where state = 'PENDING'").query(BigDecimal.class).single())
			.as("the money that is not spent yet stays held").isBetween(new BigDecimal("52"), new BigDecimal("53.1"));
		venue.print("VALUE", "8");
		venue.print("VALUE", "8");

		isBoughtAndProtected("VALUE", "12.5");
		assertThat(entry()).isEqualTo("FILLED 12.5 of 12.5");
	}

	@Test
	void buysAFractionOfAShareForTheDay() throws Exception {
		Message<VerdictMessage> verdict = VerdictFixtures.entry("trend", "VALUE", "1.25", "10");
		OrderDoor.intend(executor.context(), verdict);
		OrderDoor.intend(executor.context(), verdict);
		await(() -> assertThat(buys()).singleElement().satisfies(it -> assertThat(it.path("time_in_force").asString() + it.path("order_class").asString()).isEqualTo("day")));
		venue.print("VALUE", "10");

		isBoughtAndProtected("VALUE", "1.25");
		OrderDoor.intend(executor.context(), VerdictFixtures.exit("trend", "VALUE", "1.25"));
		await(() -> assertThat(venue.get("/v2/orders?status=open&limit=5").path(0).path("type").asString()).isEqualTo("market"));
		venue.print("VALUE", "10");
		await(() -> {
			settle();
			assertThat(held("VALUE")).isZero();
		});
	}

	private void spends(String symbol, String notional) throws Exception {
		Message<VerdictMessage> verdict = VerdictFixtures.byValue((ProposalApproved) VerdictFixtures.entry("trend", symbol, "10", "10").data(), notional);
		OrderDoor.intend(executor.context(), verdict);
		OrderDoor.intend(executor.context(), verdict);
		await(() -> assertThat(buys()).singleElement().satisfies(it -> assertThat(it.path("notional").asString() + " " + it.path("qty").asString("none"))
			.isEqualTo(notional + " none")));
	}

	private void isBoughtAndProtected(String symbol, String quantity) {
		await(() -> {
			settle();
			assertThat(held(symbol)).isEqualByComparingTo(quantity);
			assertThat(executor.jdbc.sql("select coalesce(sum(covered), 0) from position_covers").query(BigDecimal.class).single()).isEqualByComparingTo(quantity);
		});
	}

	private List<JsonNode> buys() throws Exception {
		return venue.get("/v2/orders?status=all&limit=5&side=buy").valueStream().toList();
	}

	private JsonNode openStop(String symbol) throws Exception {
		return venue.get("/v2/orders?status=open&limit=5&side=sell&symbols=" + symbol).path(0);
	}

	private String entry() {
		return executor.jdbc.sql("select state || ' ' || trim_scale(filled_quantity) || ' of ' || trim_scale(quantity) from orders where role = 'ENTRY'")
			.query(String.class).single();
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
