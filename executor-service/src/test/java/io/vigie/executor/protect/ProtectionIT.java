package io.vigie.executor.protect;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static io.vigie.executor.testing.VerdictFixtures.exit;
import static io.vigie.executor.testing.VerdictFixtures.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ListingRead;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.TradePrinted;
import io.vigie.common.message.VenueEvent;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.market.Listing;
import io.vigie.engine.market.Tick;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.price.PriceSteps;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever happens to what protects a position: soon it has a stop for all of it again, or it is closed; and never sold twice. */
class ProtectionIT extends ExecutorTest {

	@LocalServerPort
	private int port;
	@Autowired
	private Settlement settlement;
	@Autowired
	private PriceSteps steps;

	@BeforeEach
	void sellOnlyWhatIsThere() {
		VENUE.exchange.strict = true;
	}

	@Test
	void protectsAFractionOfAShareItself() throws Exception {
		say(entry("trend", "FRA", "1.5", "100"));
		FakeOrder order = awaitOrder("FRA");
		assertThat(order.legs).isEmpty();

		tell(VENUE.exchange.fill(order, "1.5", "100"));

		FakeOrder stop = awaitStop("FRA", "1.5", "98");
		await(() -> assertThat(position("FRA").path("protection").asString()).isEqualTo("PROTECTED"));
		assertThat(position("FRA").path("protected_quantity").asString()).isEqualTo("1.5");
		assertThat(position("FRA").path("stop_loss").asString()).isEqualTo("98");
		assertThat(position("FRA").path("take_profit").asString()).isEqualTo("104");
		assertThat(stop.clientOrderId).startsWith("trend-");
	}

	@Test
	void takesTheProfitItselfAndNeverSellsTwice() {
		say(entry("trend", "TGT", "1.5", "100"));
		FakeOrder order = awaitOrder("TGT");
		tell(VENUE.exchange.fill(order, "1.5", "100"));
		FakeOrder stop = awaitStop("TGT", "1.5", "98");

		print("TGT", "104.5");

		FakeOrder exit = awaitSale("TGT", it -> it.type.equals("market"));
		assertThat(stop.status).isEqualTo("canceled");
		tell(VENUE.exchange.fill(exit, "1.5", "104.4"));
		awaitState(exit.clientOrderId, "FILLED");
		await(() -> assertThat(held("TGT")).isZero());
		assertThat(sales("TGT", FakeOrder::isOpen)).isEmpty();
	}

	@Test
	void sellsNothingMoreOnceTheStopHasSold() {
		say(entry("trend", "STP", "1.5", "100"));
		FakeOrder order = awaitOrder("STP");
		tell(VENUE.exchange.fill(order, "1.5", "100"));
		FakeOrder stop = awaitStop("STP", "1.5", "98");
		VENUE.exchange.fill(stop, "1.5", "97.9");

		print("STP", "104.5");

		awaitState(stop.clientOrderId, "FILLED");
		await(() -> assertThat(held("STP")).isZero());
		assertThat(sales("STP", it -> it.type.equals("market"))).isEmpty();
	}

	@Test
	void endsABracketThatFillsTooSlowlyAndProtectsWhatHasFilled() {
		say(entry("trend", "PAR", "10", "100"));
		FakeOrder order = awaitOrder("PAR");
		tell(VENUE.exchange.fill(order, "4", "100"));

		FakeOrder stop = awaitStop("PAR", "4", "98");

		assertThat(order.status).isEqualTo("canceled");
		assertThat(order.legs).allMatch(it -> !it.isOpen());
		awaitState(stop.clientOrderId, "ACCEPTED");
		awaitState(order.clientOrderId, "CANCELED");
	}

	@Test
	void leavesABracketAloneThatFillsInTime() {
		say(entry("trend", "INT2", "10", "100"));
		FakeOrder order = awaitOrder("INT2");
		tell(VENUE.exchange.fill(order, "4", "100"));
		tell(VENUE.exchange.fill(order, "6", "100"));
		awaitState(order.clientOrderId, "FILLED");

		looks(15);
		assertThat(sales("INT2", FakeOrder::isOpen)).hasSize(2).allMatch(order.legs::contains);
	}

	@Test
	void closesAPositionWhoseStopIsRefusedThreeTimes() {
		VENUE.exchange.stopsToRefuse.set(3);
		say(entry("trend", "REF", "1.5", "100"));
		FakeOrder order = awaitOrder("REF");
		var fill = VENUE.exchange.fill(order, "1.5", "100");
		Instant filled = Instant.now();
		tell(fill);

		FakeOrder exit = awaitSale("REF", it -> it.type.equals("market"));

		assertThat(Duration.between(filled, Instant.now())).isLessThan(Duration.ofSeconds(5));
		assertThat(jdbc.sql("select count(*) from orders where symbol = 'REF' and role = 'STOP_LOSS' and state = 'REJECTED'").query(Long.class).single())
			.isEqualTo(3);
		tell(VENUE.exchange.fill(exit, "1.5", "99"));
		awaitState(exit.clientOrderId, "FILLED");
		assertThat(jdbc.sql("select reason from order_states where order_id = (select id from orders where client_order_id = ?) and change = 1")
			.param(exit.clientOrderId).query(String.class).single()).contains("refused or dropped its stop 3 times");
	}

	/** A venue that takes every stop and cancels it at once would otherwise be answered for ever. */
	@Test
	void closesAPositionWhoseStopIsTakenAndDroppedThreeTimes() {
		VENUE.exchange.dropsStops = true;
		say(entry("trend", "DRP", "1.5", "100"));
		FakeOrder order = awaitOrder("DRP");
		Instant filled = Instant.now();
		tell(VENUE.exchange.fill(order, "1.5", "100"));

		FakeOrder exit = awaitSale("DRP", it -> it.type.equals("market"));

		assertThat(Duration.between(filled, Instant.now())).isLessThan(Duration.ofSeconds(5));
		assertThat(sales("DRP", it -> it.type.startsWith("stop"))).hasSize(3).allMatch(it -> it.status.equals("canceled"));
		tell(VENUE.exchange.fill(exit, "1.5", "99"));
		awaitState(exit.clientOrderId, "FILLED");
	}

	@Test
	void triesAStopAgainThatWasRefusedOnce() {
		VENUE.exchange.stopsToRefuse.set(1);
		say(entry("trend", "ONC", "1.5", "100"));
		tell(VENUE.exchange.fill(awaitOrder("ONC"), "1.5", "100"));

		awaitStop("ONC", "1.5", "98");
	}

	@Test
	void putsTheStopBackWhenTheRefusalOfAnExitComesByTheStream() {
		say(entry("reversion", "RFS", "5", "100"));
		FakeOrder order = awaitOrder("RFS");
		tell(VENUE.exchange.fill(order, "5", "100"));
		awaitState(order.clientOrderId, "FILLED");
		var exit = exit("reversion", "RFS", "5");
		FakeOrder sale = sell(exit);
		assertThat(order.legs).allMatch(it -> !it.isOpen());

		tell(VENUE.exchange.reject(sale));

		awaitState(clientOrderId(exit), "REJECTED");
		awaitState(awaitStop("RFS", "5", "98").clientOrderId, "ACCEPTED");
	}

	@Test
	void sizesTheStopToWhatAnExitLeft() {
		say(entry("reversion", "LFT", "5", "100"));
		FakeOrder order = awaitOrder("LFT");
		tell(VENUE.exchange.fill(order, "5", "100"));
		awaitState(order.clientOrderId, "FILLED");
		FakeOrder sale = sell(exit("reversion", "LFT", "5"));
		tell(VENUE.exchange.fill(sale, "2", "101"));
		VENUE.exchange.cancel(sale.id);

		tell(VENUE.exchange.told(sale, VenueEvent.CANCELED));

		awaitStop("LFT", "3", "98");
	}

	@Test
	void shrinksItsOwnStopWithThePosition() {
		say(entry("trend", "SHR", "1.5", "100"));
		FakeOrder order = awaitOrder("SHR");
		tell(VENUE.exchange.fill(order, "1.5", "100"));
		FakeOrder stop = awaitStop("SHR", "1.5", "98");

		tell(VENUE.exchange.unitsTaken(order, "0.1"));

		awaitStop("SHR", "1.4", "98");
		assertThat(stop.status).isEqualTo("canceled");
	}

	@Test
	void armsAgainWhatWasLostWhileItWasDown() {
		say(entry("trend", "DWN2", "5", "100"));
		FakeOrder order = awaitOrder("DWN2");
		tell(VENUE.exchange.fill(order, "5", "100"));
		awaitState(order.clientOrderId, "FILLED");
		VENUE.exchange.cancel(order.legs.getFirst().id);

		settlement.settleAll();

		awaitStop("DWN2", "5", "98");
	}

	@Test
	void cancelsAStopThatProtectsNothing() {
		say(entry("trend", "ORP", "1.5", "100"));
		FakeOrder order = awaitOrder("ORP");
		tell(VENUE.exchange.fill(order, "1.5", "100"));
		FakeOrder stop = awaitStop("ORP", "1.5", "98");

		tell(VENUE.exchange.unitsTaken(order, "1.5"));

		await(() -> assertThat(stop.status).isEqualTo("canceled"));
		awaitState(stop.clientOrderId, "CANCELED");
	}

	@Test
	void raisesALegAtTheVenueInOneStepAndNeverLowersIt() {
		var approved = (ProposalApproved) entry("trend", "TRL", "5", "100").data();
		say(verdict(new ProposalApproved(approved.proposalId(), approved.proposal(), approved.quantity(), approved.stopLoss(), new BigDecimal("1000"),
				approved.hold(), approved.rules(), approved.decidedAt())));
		FakeOrder order = awaitOrder("TRL");
		tell(VENUE.exchange.fill(order, "5", "100"));
		awaitState(order.clientOrderId, "FILLED");

		print("TRL", "103");
		looks(10);
		assertThat(order.legs.get(1).stopPrice).isEqualByComparingTo("98");
		print("TRL", "150");

		await(() -> assertThat(order.legs.get(1).stopPrice).isEqualByComparingTo("120"));
		await(() -> assertThat(jdbc.sql("select stop_price from orders where symbol = 'TRL' and role = 'STOP_LOSS' and state = 'ACCEPTED'")
			.query(BigDecimal.class).single()).isEqualByComparingTo("120"));
		print("TRL", "130");
		looks(10);
		assertThat(order.legs.get(1).stopPrice).isEqualByComparingTo("120");
		assertThat(jdbc.sql("select count(*) from orders where symbol = 'TRL' and role = 'FOREIGN'").query(Long.class).single()).isZero();
	}

	@Test
	void raisesAStopOfItsOwnAndNeverHasTwo() {
		var approved = (ProposalApproved) entry("trend", "TRO", "1.5", "100").data();
		say(verdict(new ProposalApproved(approved.proposalId(), approved.proposal(), approved.quantity(), approved.stopLoss(), new BigDecimal("1000"),
				approved.hold(), approved.rules(), approved.decidedAt())));
		tell(VENUE.exchange.fill(awaitOrder("TRO"), "1.5", "100"));
		FakeOrder first = awaitStop("TRO", "1.5", "98");

		print("TRO", "150");

		FakeOrder second = awaitStop("TRO", "1.5", "120");
		assertThat(first.status).isEqualTo("canceled");
		assertThat(Duration.between(first.createdAt, second.createdAt)).isPositive();
		VENUE.exchange.cancel(second.id);
		tell(VENUE.exchange.told(second, VenueEvent.CANCELED));
		awaitStop("TRO", "1.5", "120");
	}

	@Test
	void keepsToTheVenuesTick() {
		var listing = new ListingRead(new Listing("TRS", true, true, false, null, null, new BigDecimal("50")), Instant.now());
		wire.sendTwice(Topics.LISTINGS, "TRS", Message.beginning(UUID.randomUUID(), "sentinel", Message.ALL, Instant.now(), listing));
		await(() -> assertThat(steps.down("TRS", new BigDecimal("51"))).isEqualByComparingTo("50"));
		var approved = (ProposalApproved) entry("trend", "TRS", "1.5", "100").data();
		say(verdict(new ProposalApproved(approved.proposalId(), approved.proposal(), approved.quantity(), approved.stopLoss(), new BigDecimal("1000"),
				approved.hold(), approved.rules(), approved.decidedAt())));
		tell(VENUE.exchange.fill(awaitOrder("TRS"), "1.5", "100"));
		awaitStop("TRS", "1.5", "50");

		print("TRS", "150");

		awaitStop("TRS", "1.5", "100");
	}

	@Test
	void countsTheTimeWithoutAStop() throws Exception {
		say(entry("breakout", "MET", "1.5", "100"));
		tell(VENUE.exchange.fill(awaitOrder("MET"), "1.5", "100"));
		awaitStop("MET", "1.5", "98");

		await(() -> assertThat(metric("vigie_position_unprotected_seconds_count", "MET")).isEqualTo("1"));
		assertThat(Double.parseDouble(metric("vigie_position_unprotected_seconds_sum", "MET"))).isPositive().isLessThan(5);
		assertThat(text("/actuator/prometheus")).contains("vigie_positions_unprotected");
	}

	private FakeOrder sell(Message<VerdictMessage> exit) {
		say(exit);
		await(() -> assertThat(VENUE.exchange.byClientId(clientOrderId(exit))).hasSize(1));
		return VENUE.exchange.byClientId(clientOrderId(exit)).getFirst();
	}

	private FakeOrder awaitStop(String symbol, String quantity, String price) {
		await(() -> assertThat(sales(symbol, it -> it.isOpen() && it.type.equals("stop"))).singleElement().satisfies(it -> {
			assertThat(it.quantity).isEqualByComparingTo(quantity);
			assertThat(it.stopPrice).isEqualByComparingTo(price);
		}));
		FakeOrder stop = sales(symbol, it -> it.isOpen() && it.type.equals("stop")).getFirst();
		awaitState(stop.clientOrderId, "ACCEPTED");
		return stop;
	}

	private FakeOrder awaitSale(String symbol, Predicate<FakeOrder> wanted) {
		await(() -> assertThat(sales(symbol, wanted)).hasSize(1));
		return sales(symbol, wanted).getFirst();
	}

	private static List<FakeOrder> sales(String symbol, Predicate<FakeOrder> wanted) {
		return VENUE.exchange.all().stream().filter(it -> it.symbol.equals(symbol) && it.side.equals("sell") && wanted.test(it)).toList();
	}

	private BigDecimal held(String symbol) {
		return jdbc.sql("select quantity from positions where symbol = ?").param(symbol).query(BigDecimal.class).single();
	}

	private void print(String symbol, String price) {
		Instant now = Instant.now();
		wire.send(Topics.TICKS, symbol, Message.beginning(UUID.randomUUID(), "sentinel", Message.ALL, now,
				new TradePrinted(new Tick(symbol, now.toEpochMilli(), now, new BigDecimal(price), BigDecimal.ONE))));
	}

	/** Gives the guard time to look so often. */
	private static void looks(int times) {
		org.awaitility.Awaitility.await().pollDelay(Duration.ofMillis(100L * times)).until(() -> true);
	}

	private JsonNode position(String symbol) throws Exception {
		return VigieJson.mapper().readTree(text("/trading/positions")).valueStream().filter(it -> it.path("symbol").asString().equals(symbol))
			.findFirst().orElseThrow();
	}

	private String metric(String name, String symbol) throws Exception {
		return text("/actuator/prometheus").lines().filter(it -> it.startsWith(name + "{") && it.contains("\"" + symbol + "\""))
			.map(it -> it.substring(it.lastIndexOf(' ') + 1)).map(it -> it.replaceAll("\\.0$", "")).findFirst().orElse("none");
	}

	private String text(String path) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				HttpResponse.BodyHandlers.ofString()).body();
	}
}
