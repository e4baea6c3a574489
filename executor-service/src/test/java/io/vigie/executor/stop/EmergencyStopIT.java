package io.vigie.executor.stop;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.executor.order.OrderDoor;
import io.vigie.executor.testing.FakeOrder;
import io.vigie.executor.testing.FakeVenue;
import io.vigie.executor.testing.Solo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** An executor with nobody but the database and the venue: no Kafka, so no analyst, no risk, no sentinel, no orchestrator. */
class EmergencyStopIT {

	private static final Logger log = LoggerFactory.getLogger(EmergencyStopIT.class);
	private static final int POSITIONS = 20;
	private static final int ORDERS = 30;
	private static int databases;

	private final FakeVenue venue = new FakeVenue();
	private Solo executor;

	@BeforeEach
	void start() throws Exception {
		venue.exchange.strict = true;
		executor = new Solo("emergency" + databases++, venue.url()).start();
	}

	@AfterEach
	void booksAndVenueAgree() {
		executor.close();
		venue.close();
		assertThat(venue.exchange.shorted()).isEmpty();
		assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single()).isEqualByComparingTo(venue.exchange.cash());
		assertThat(executor.jdbc.sql("select count(*) from (select transaction_id, asset from postings group by 1, 2 having sum(amount) <> 0) x")
			.query(Long.class).single()).isZero();
		assertThat(executor.jdbc.sql("select coalesce(sum(held), 0) from portfolios").query(BigDecimal.class).single()).isZero();
		assertThat(venue.exchange.all().stream().map(it -> it.clientOrderId).toList()).doesNotHaveDuplicates();
	}

	@Test
	void isFlatAndBlockedWithinFiveSeconds() throws Exception {
		openTwentyPositionsAndThirtyOrders();

		JsonNode called = executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);
		JsonNode again = executor.post("/trading/emergency-stop", "{\"reason\":\"another reason\"}", 202);
		JsonNode flat = awaitState("FLAT");

		log.info("20 positions and 30 orders: flat after {} ms", flat.path("flat_after_millis").asLong());
		assertThat(flat.path("flat_after_millis").asLong()).isLessThan(5000);
		assertThat(again.path("id")).isEqualTo(called.path("id"));
		assertThat(flat.path("reason").asString()).isEqualTo("a test wants it");
		assertThat(flat.path("entries_blocked").asBoolean()).isTrue();
		assertThat(flat.path("positions")).isEmpty();
		assertThat(venue.exchange.positions()).isEmpty();
		assertThat(venue.exchange.all()).noneMatch(FakeOrder::isOpen);
		assertThat(sales()).hasSize(POSITIONS + 1);
	}

	@Test
	void takesNoEntryUntilItIsToldToResume() throws Exception {
		venue.exchange.marketPrices.put("OLD", "40");
		venue.exchange.marketPrices.put("NEW", "10");
		executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);
		var refused = entry("trend", "NEW", "1", "10");

		OrderDoor.intend(executor.context(), refused);

		assertThat(reason(refused)).contains("no new entries are taken: emergency stop: a test wants it");
		assertThat(venue.sent).doesNotContain(name(refused));
		assertThat(executor.jdbc.sql("select count(*) from holds").query(Long.class).single()).as("cash set aside").isZero();
		awaitState("FLAT");
		executor.stop();
		executor.start();
		var alsoRefused = entry("trend", "NEW", "1", "10");
		OrderDoor.intend(executor.context(), alsoRefused);
		assertThat(reason(alsoRefused)).contains("no new entries");

		executor.post("/trading/resume", "{\"reason\":\"all is well\"}", 200);

		assertThat(executor.get("/trading/emergency-stop").path("state").asString()).isEqualTo("RESUMED");
		var taken = entry("trend", "NEW", "1", "10");
		OrderDoor.intend(executor.context(), taken);
		await(() -> assertThat(venue.sent).contains(name(taken)));
	}

	@Test
	void goesOnAfterItWasEndedInTheMiddle() throws Exception {
		openTwentyPositionsAndThirtyOrders();
		venue.exchange.marketPrices.clear();
		executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);
		await(() -> assertThat(sales()).hasSize(POSITIONS + 1));
		venue.down = true;
		executor.stop();
		sales().stream().limit(10).forEach(it -> venue.exchange.fill(it, it.quantity.toPlainString(), "9"));
		venue.down = false;

		executor.with(Solo.QUICK).start();
		sales().stream().filter(FakeOrder::isOpen).forEach(it -> venue.exchange.fill(it, it.quantity.toPlainString(), "9"));

		awaitState("FLAT");
		assertThat(sales()).hasSize(POSITIONS + 1);
		assertThat(venue.exchange.positions()).isEmpty();
	}

	@Test
	void goesOnWithACallThatWasOnlyStored() throws Exception {
		openTwentyPositionsAndThirtyOrders();
		executor.stop();
		executor.jdbc.sql("insert into emergency_stops (id, reason, called_at) values (gen_random_uuid(), 'stored', now())").update();
		executor.jdbc.sql("insert into entry_blocks (cause, reason, blocked_at) values ('emergency stop', 'stored', now())").update();

		executor.with(Solo.QUICK).start();

		awaitState("FLAT");
		assertThat(venue.exchange.all()).noneMatch(FakeOrder::isOpen);
		assertThat(venue.exchange.positions()).isEmpty();
	}

	@Test
	void sellsAgainWhatTheVenueRefusedToSell() throws Exception {
		venue.exchange.marketPrices.put("OLD", "40");
		venue.exchange.marketPrices.put("ONE", "10");
		OrderDoor.intend(executor.context(), entry("trend", "ONE", "3", "10"));
		await(() -> assertThat(venue.exchange.held("ONE")).isEqualByComparingTo("3"));
		venue.exchange.salesToRefuse.set(2);

		executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);

		awaitState("FLAT");
		assertThat(venue.exchange.positions()).isEmpty();
	}

	@Test
	void waitsForTheVenue() throws Exception {
		venue.exchange.marketPrices.put("OLD", "40");
		venue.down = true;
		executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);
		await(() -> assertThat(executor.get("/trading/emergency-stop").path("problem").asString()).isNotEmpty());
		assertThat(executor.get("/trading/emergency-stop").path("entries_blocked").asBoolean()).isTrue();

		assertThat(executor.post("/trading/resume", "{\"reason\":\"too early\"}", 409).path("detail").asString()).contains("even_if_not_flat");
		venue.down = false;

		awaitState("FLAT");
	}

	@Test
	void wantsAReason() throws Exception {
		for (String body : List.of("{}", "{\"reason\":\"  \"}", "", "[]")) {
			JsonNode problem = executor.post("/trading/emergency-stop", body, 400);
			assertThat(problem.path("status").asInt()).isEqualTo(400);
			executor.post("/trading/resume", body, 400);
		}
		assertThat(executor.get("/trading/emergency-stop").path("state").asString()).isEqualTo("NEVER");
		assertThat(executor.post("/trading/resume", "{\"reason\":\"nothing to resume\"}", 200).path("state").asString()).isEqualTo("NEVER");
	}

	private void openTwentyPositionsAndThirtyOrders() {
		venue.exchange.marketPrices.put("OLD", "40");
		for (int i = 0; i < POSITIONS; i++) {
			venue.exchange.marketPrices.put("POS" + i, "10");
			OrderDoor.intend(executor.context(), entry(i % 2 == 0 ? "trend" : "reversion", "POS" + i, "2", "10"));
		}
		for (int i = 0; i < ORDERS; i++) {
			OrderDoor.intend(executor.context(), entry("breakout", "ORD" + i, "2", "10"));
		}
		await(() -> {
			assertThat(executor.jdbc.sql("select count(*) from positions where quantity > 0 and bot <> 'reserve'").query(Long.class).single())
				.isEqualTo(POSITIONS);
			assertThat(executor.jdbc.sql("select count(*) from orders where role = 'ENTRY' and state = 'ACCEPTED'").query(Long.class).single())
				.isEqualTo(ORDERS);
		});
	}

	private List<FakeOrder> sales() {
		return venue.exchange.all().stream().filter(it -> it.side.equals("sell") && it.type.equals("market")).toList();
	}

	private JsonNode awaitState(String state) throws Exception {
		await(() -> assertThat(executor.get("/trading/emergency-stop").path("state").asString()).isEqualTo(state));
		return executor.get("/trading/emergency-stop");
	}

	private String reason(Message<VerdictMessage> verdict) {
		return executor.jdbc.sql("select reason from orders where client_order_id = ? and state = 'CANCELED'").param(name(verdict)).query(String.class)
			.optional().orElse("not cancelled");
	}

	private static String name(Message<VerdictMessage> verdict) {
		var approved = (ProposalApproved) verdict.data();
		return approved.proposal().bot() + "-" + Ids.named("order", approved.proposalId());
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).ignoreExceptions().untilAsserted(assertion);
	}
}
