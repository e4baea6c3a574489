package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.ProposalApproved;
import io.vigie.common.testing.SimulatorProcess;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.executor.testing.Solo;
import io.vigie.executor.testing.VerdictFixtures;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders for the opening and the close wait for them, with their cash held; what they don't trade is cancelled by the venue's own word. */
class SimulatorAuctionIT {

	private static final BigDecimal BELOW = new BigDecimal("9.5");
	private static final Map<String, OrderStyle> STYLES = new LinkedHashMap<>();
	static {
		STYLES.put("OPEN", new OrderStyle(OrderType.MARKET, TimeInForce.OPG, null, null));
		STYLES.put("LOWOPEN", new OrderStyle(OrderType.LIMIT, TimeInForce.OPG, BELOW, null));
		STYLES.put("CLOSE", new OrderStyle(OrderType.MARKET, TimeInForce.CLS, null, null));
		STYLES.put("LOWCLOSE", new OrderStyle(OrderType.LIMIT, TimeInForce.CLS, BELOW, null));
	}

	@Test
	void waitsForItsAuctionAndTradesThereOrNotAtAll(@TempDir Path folder) throws Exception {
		try (SimulatorProcess venue = SimulatorProcess.startWithoutSlippage(folder); Solo executor = new Solo("auctions", venue.address())) {
			order(venue, executor);
			printAll(venue, "10.02");
			executor.context().getBean(Settlement.class).settleAll();
			assertThat(states(executor)).containsOnly("ACCEPTED");

			venue.post("/simulator/advance", "{\"seconds\":86400}", 200);
			printAll(venue, "10.05");

			await(() -> {
				executor.context().getBean(OwnOrders.class).settle(executor.context().getBean(Orders.class).open(), Duration.ofSeconds(5));
				assertThat(states(executor)).containsExactly("FILLED", "CANCELED", "FILLED", "CANCELED");
				assertThat(executor.jdbc.sql("select symbol from position_covers where covered = quantity order by symbol").query(String.class).list())
					.containsExactly("CLOSE", "OPEN");
			});
			assertThat(executor.jdbc.sql("select symbol || ' ' || trim_scale(price) from trades order by symbol").query(String.class).list())
				.as("the last price of the day, and the first of the next").containsExactly("CLOSE 10.02", "OPEN 10.05");
			assertThat(pending(executor)).isZero();
			assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single())
				.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
			assertThat(venue.get("/v2/orders?status=all&limit=50&side=buy")).hasSize(4);
		}
	}

	/** Nobody would protect what the auction buys. */
	@Test
	void cancelsWhatWaitsWhenTheExecutorStops(@TempDir Path folder) throws Exception {
		try (SimulatorProcess venue = SimulatorProcess.startWithoutSlippage(folder); Solo executor = new Solo("noauctions", venue.address())) {
			order(venue, executor);

			executor.stop();

			assertThat(venue.get("/v2/orders?status=open&limit=50")).isEmpty();
			assertThat(states(executor)).containsOnly("CANCELED");
			assertThat(pending(executor)).isZero();
		}
	}

	private static void order(SimulatorProcess venue, Solo executor) throws Exception {
		await(() -> printAll(venue, "10"));
		executor.start();
		for (Map.Entry<String, OrderStyle> it : STYLES.entrySet()) {
			var verdict = VerdictFixtures.styled((ProposalApproved) VerdictFixtures.entry("trend", it.getKey(), "2", "10").data(), it.getValue());
			OrderDoor.intend(executor.context(), verdict);
			OrderDoor.intend(executor.context(), verdict);
		}
		await(() -> assertThat(venue.get("/v2/orders?status=open&limit=50")).hasSize(STYLES.size()));
		await(() -> assertThat(states(executor)).containsOnly("ACCEPTED"));
		assertThat(pending(executor)).as("the cash waits with them").isEqualTo(STYLES.size());
	}

	private static void printAll(SimulatorProcess venue, String price) throws Exception {
		for (String symbol : STYLES.keySet()) {
			venue.print(symbol, price);
		}
	}

	/** Of the entries, in the order they were placed in. */
	private static List<String> states(Solo executor) {
		return executor.jdbc.sql("select state from orders where role = 'ENTRY' order by intended_at").query(String.class).list();
	}

	private static long pending(Solo executor) {
		return executor.jdbc.sql("select count(*) from holds where state = 'PENDING'").query(Long.class).single();
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions().untilAsserted(assertion);
	}
}
