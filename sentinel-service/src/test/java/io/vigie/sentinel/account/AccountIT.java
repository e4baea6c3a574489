package io.vigie.sentinel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.common.testing.Wire;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.SentinelRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens at the account reaches the others once, whichever channel says it, and however often. */
class AccountIT {

	private final FakeAlpaca venue = new FakeAlpaca();
	private final Wire wire = new Wire();

	@AfterEach
	void close() {
		wire.destroy();
		venue.close();
	}

	@Test
	void tellsFillOnceThoughStreamAndHistoryBothReportIt() {
		String symbol = "ACCA/USD";
		try (SentinelRun _ = run(symbol)) {
			venue.putOrder("o1", order("o1", symbol, "partially_filled", "0.4"));
			venue.sayOnAccount(fill("o1", symbol, "partial_fill", "0.4", "0.4"));
			venue.sayOnAccount(fill("o1", symbol, "partial_fill", "0.4", "0.4"));
			venue.addActivity(fillActivity("20260302120001000::a", "o1", symbol, "0.4", "0.40", "0.6"));
			venue.addActivity(fee("20260302120001000::b", "o1", symbol, "-0.25"));
			venue.sayOnAccount(fill("o1", symbol, "fill", "0.6", "1"));

			awaitCash(symbol, "20260302120001000::b");
			await().until(() -> orders(symbol).size() >= 2);
			assertThat(orders(symbol)).extracting(it -> it.data().event()).containsExactly(VenueEvent.PARTIALLY_FILLED,
					VenueEvent.FILLED);
			assertThat(orders(symbol).getFirst().data()).satisfies(it -> {
				assertThat(it.clientOrderId()).isEqualTo("bot-o1");
				assertThat(it.execution().quantity()).isEqualByComparingTo("0.4");
				assertThat(it.execution().cumulativeQuantity()).isEqualByComparingTo("0.4");
				assertThat(it.averagePrice()).isEqualByComparingTo("100");
			});
			assertThat(cash(symbol)).singleElement().satisfies(it -> {
				assertThat(it.data().amount()).isEqualByComparingTo("-0.25");
				assertThat(it.data().kind()).isEqualTo("CFEE");
				assertThat(it.data().venueOrderId()).isEqualTo("o1");
			});
		}
	}

	@Test
	void tellsFillThatOnlyTheHistoryKnowsUnderTheSameIdentity() {
		String symbol = "ACCB/USD";
		UUID fromStream;
		try (SentinelRun _ = run(symbol)) {
			venue.sayOnAccount(fill("o2", symbol, "fill", "1.0", "1.0"));
			await().until(() -> orders(symbol).size() == 1);
			fromStream = orders(symbol).getFirst().id();
		}
		venue.putOrder("o2", order("o2", symbol, "filled", "1"));
		venue.addActivity(fillActivity("20260302120002000::a", "o2", symbol, "1", "1", "0"));
		try (SentinelRun _ = run(symbol)) {
			await().until(() -> orders(symbol).size() == 2);
			Message<OrderUpdated> again = orders(symbol).getLast();
			assertThat(again.id()).isEqualTo(fromStream);
			assertThat(again.data().clientOrderId()).isEqualTo("bot-o2");
			assertThat(again.data().event()).isEqualTo(VenueEvent.FILLED);
		}
	}

	@Test
	void tellsNothingOfWhatTheAccountDidBeforeItWasKnown() {
		String symbol = "ACCC/USD";
		venue.addActivity(fee("20260302110000000::old", "o3", symbol, "-9"));
		try (SentinelRun _ = run(symbol)) {
			venue.addActivity(fee("20260302120003000::new", "o3", symbol, "-1"));
			awaitCash(symbol, "20260302120003000::new");
			assertThat(cash(symbol)).hasSize(1);
		}
	}

	@Test
	void tellsAfterARestartWhatHappenedWhileItWasDown() {
		String symbol = "ACCD/USD";
		try (SentinelRun _ = run(symbol)) {
			venue.addActivity(fee("20260302120004000::one", "o4", symbol, "-1"));
			awaitCash(symbol, "20260302120004000::one");
			venue.sayOnAccount(event("o4", symbol, "new"));
			await().until(() -> orders(symbol).size() == 1);
		}
		venue.addActivity(fee("20260302120005000::two", "o4", symbol, "-2"));
		venue.putOrder("o4", order("o4", symbol, "canceled", "0"));
		try (SentinelRun _ = run(symbol)) {
			awaitCash(symbol, "20260302120005000::two");
			await().until(() -> orders(symbol).stream().anyMatch(it -> it.data().event() == VenueEvent.CANCELED));
			venue.sayOnAccount(event("o4", symbol, "canceled"));
			venue.sayOnAccount(event("o5", symbol, "rejected"));
			await().until(() -> orders(symbol).stream().anyMatch(it -> it.data().event() == VenueEvent.REJECTED));
		}
		assertThat(cash(symbol)).extracting(it -> it.data().activityId())
			.containsExactly("20260302120004000::one", "20260302120005000::two");
		assertThat(orders(symbol)).extracting(it -> it.data().event())
			.containsExactly(VenueEvent.ACCEPTED, VenueEvent.CANCELED, VenueEvent.REJECTED);
	}

	@Test
	void losesNothingWhenTheStreamBreaks() {
		String symbol = "ACCE/USD";
		try (SentinelRun _ = run(symbol)) {
			venue.cut();
			for (int i = 1; i <= 250; i++) {
				venue.putOrder("e" + i, order("e" + i, symbol, "filled", "1"));
				venue.addActivity(fillActivity("20260302120006%03d::e".formatted(i), "e" + i, symbol, "1", "1", "0"));
			}
			await().atMost(Duration.ofSeconds(30)).until(() -> orders(symbol).size() == 250);
			assertThat(orders(symbol)).extracting(Message::id).doesNotHaveDuplicates();
		}
	}

	@Test
	void survivesNonsenseAndAsksTheHistoryInstead() {
		String symbol = "ACCF/USD";
		try (SentinelRun _ = run(symbol)) {
			for (String nonsense : List.of("{", "[]", "42", "{\"stream\":\"trade_updates\"}",
					"{\"stream\":\"trade_updates\",\"data\":{\"event\":\"fill\"}}",
					"{\"stream\":\"trade_updates\",\"data\":{\"event\":\"never_heard_of\",\"order\":{}}}",
							"{\"stream\":\"news\",\"data\":{}}",
					fill("o6", symbol, "fill", "1", "1").replace("\"filled_qty\"", "\"other\""))) {
				venue.sayOnAccount(nonsense);
			}
			venue.putOrder("o6", order("o6", symbol, "filled", "1"));
			venue.addActivity(Map.of("id", "20260302120007000::bad", "activity_type", "FILL", "qty", "many"));
			venue.addActivity(fillActivity("20260302120007001::good", "o6", symbol, "1", "1", "0"));
			await().until(() -> orders(symbol).size() == 1);
			assertThat(orders(symbol).getFirst().data().event()).isEqualTo(VenueEvent.FILLED);
		}
	}

	@Test
	void takesDividendsAndDayLongActivities() {
		String symbol = "ACCG/USD";
		try (SentinelRun _ = run(symbol)) {
			venue.addActivity(Map.of("id", "20260302000000000::div", "activity_type", "DIV", "date", "2026-03-02",
					"net_amount", "1.02", "symbol",
					symbol, "qty", "2"));
			awaitCash(symbol, "20260302000000000::div");
			assertThat(cash(symbol)).singleElement().satisfies(it -> assertThat(it.data().occurredAt())
					.isEqualTo("2026-03-02T00:00:00Z"));
		}
	}

	private SentinelRun run(String symbol) {
		wire.listen(Topics.ACCOUNT_EVENTS);
		SentinelRun run = SentinelRun.of(venue, symbol);
		await().atMost(Duration.ofSeconds(20)).until(() -> venue.isAccountHeard() && run.isUp("account-stream"));
		return run;
	}

	private List<Message<OrderUpdated>> orders(String symbol) {
		return wire.received(Topics.ACCOUNT_EVENTS, OrderUpdated.class).stream().filter(it -> it.data().symbol()
				.equals(symbol)).toList();
	}

	private List<Message<CashMoved>> cash(String symbol) {
		return wire.received(Topics.ACCOUNT_EVENTS, CashMoved.class).stream().filter(it -> symbol.equals(it.data()
				.symbol())).toList();
	}

	private void awaitCash(String symbol, String activityId) {
		await().atMost(Duration.ofSeconds(20)).until(() -> cash(symbol).stream().anyMatch(it -> it.data().activityId()
				.equals(activityId)));
	}

	private static String fill(String id, String symbol, String event, String quantity, String cumulative) {
		return """
				{"stream":"trade_updates","data":{"event":"%s","execution_id":"x","price":"100.0","qty":"%s","timestamp":"2026-03-02T12:00:01Z",
				"order":%s}}""".formatted(event, quantity, order(id, symbol, "filled", cumulative));
	}

	private static String event(String id, String symbol, String event) {
		return "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"%s\",\"timestamp\":\"2026-03-02T12:00:01Z\",\"order\":%s}}".formatted(event,
				order(id, symbol, event, "0"));
	}

	private static String order(String id, String symbol, String status, String filled) {
		return """
				{"id":"%1$s","client_order_id":"bot-%1$s","symbol":"%2$s","side":"buy","type":"market","qty":"1","filled_qty":"%4$s",
				"filled_avg_price":"100","status":"%3$s","updated_at":"2026-03-02T12:00:01Z"}""".formatted(id, symbol, status, filled);
	}

	private static Map<String, Object> fillActivity(String id, String order, String symbol, String quantity,
			String cumulative, String leaves) {
		return Map.of("id", id, "activity_type", "FILL", "transaction_time", "2026-03-02T12:00:01Z", "price", "100",
				"qty", quantity, "side", "buy",
				"symbol", symbol, "leaves_qty", leaves, "order_id", order, "cum_qty", cumulative);
	}

	private static Map<String, Object> fee(String id, String order, String symbol, String amount) {
		return Map.of("id", id, "activity_type", "CFEE", "created_at", "2026-03-02T12:00:01Z", "net_amount", amount,
				"symbol", symbol, "order_id",
				order);
	}
}
