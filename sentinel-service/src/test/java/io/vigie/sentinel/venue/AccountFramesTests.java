package io.vigie.sentinel.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFramesTests {

	private final AccountFrames frames = new AccountFrames(new AccountJson(new Names(Set.of("BTC/USD", "AAPL")),
			Recordings.drift()));

	@Test
	void readsFillAsAlpacaDocumentsIt() {
		AccountEvent.Updated fill = (AccountEvent.Updated) frames.read("""
				{"stream":"trade_updates","data":{"event":"fill","execution_id":"2f63ea93-423d-4169-b3f6-3fdafc10c418","order":{"asset_class":"crypto",
				"client_order_id":"1cf35270","created_at":"2022-04-19T14:12:30.656741Z","filled_at":"2022-04-19T14:12:42.964604Z","filled_avg_price":"105.8988475",
				"filled_qty":"1790.86","id":"a5be8f5e","limit_price":"105.2","order_class":"simple","order_type":"stop_limit","qty":"1790.86","side":"buy",
				"status":"filled","symbol":"BTCUSD","time_in_force":"day","type":"stop_limit","updated_at":"2022-04-19T14:12:42.971198Z"},"position_qty":"1790.86",
				"price":"105.8988475","qty":"90.86","timestamp":"2022-04-19T14:12:42.964604055Z"}}""");

		assertThat(fill.event()).isEqualTo(VenueEvent.FILLED);
		assertThat(fill.at()).isEqualTo(Instant.parse("2022-04-19T14:12:42.964604055Z"));
		assertThat(fill.order()).satisfies(it -> {
			assertThat(it.id()).isEqualTo("a5be8f5e");
			assertThat(it.clientId()).isEqualTo("1cf35270");
			assertThat(it.symbol()).isEqualTo("BTC/USD");
			assertThat(it.side()).isEqualTo(Side.BUY);
			assertThat(it.type()).isEqualTo(OrderType.STOP_LIMIT);
			assertThat(it.averagePrice()).isEqualByComparingTo("105.8988475");
		});
		assertThat(fill.execution()).satisfies(it -> {
			assertThat(it.quantity()).isEqualByComparingTo("90.86");
			assertThat(it.cumulativeQuantity()).isEqualByComparingTo("1790.86");
			assertThat(it.price()).isEqualByComparingTo("105.8988475");
		});
	}

	@ParameterizedTest
	@CsvSource({ "new,ACCEPTED", "accepted,ACCEPTED", "pending_new,PENDING", "held,HELD", "canceled,CANCELED",
			"expired,EXPIRED", "rejected,REJECTED",
			"replaced,REPLACED" })
	void namesWhatHappened(String word, VenueEvent event) {
		assertThat(frames.read(update(word))).isInstanceOfSatisfying(AccountEvent.Updated.class, it -> {
			assertThat(it.event()).isEqualTo(event);
			assertThat(it.execution()).isNull();
			assertThat(it.at()).isEqualTo(Instant.parse("2022-04-19T14:12:42Z"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "pending_cancel", "calculated", "stopped", "order_cancel_rejected", "something_new" })
	void passesOverStepsThatChangeNothing(String word) {
		assertThat(frames.read(update(word))).isEqualTo(new AccountEvent.Ignored(word));
	}

	@Test
	void refusesFillWithoutIdentity() {
		assertThat(frames.read(update("fill").replace("\"filled_qty\":\"0\",", "").replace("\"event\"", "\"qty\":\"1\",\"price\":\"2\",\"event\"")))
				.isInstanceOf(AccountEvent.Unreadable.class);
	}

	@Test
	void readsTheHandshake() {
		assertThat(List.of(frames.read("{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}"),
				frames.read("{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"listen\"}}"),
				frames.read("{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}")))
			.containsExactly(new AccountEvent.Authorized(true), new AccountEvent.Authorized(false),
					new AccountEvent.Listening());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"stream\":\"trade_updates\"}",
			"{\"stream\":\"trade_updates\",\"data\":{\"event\":\"new\"}}",
			"{\"stream\":\"trade_updates\",\"data\":{\"event\":\"new\",\"order\":{\"id\":\"1\",\"symbol\":\"A\",\"side\":\"sideways\"}}}",
			"{\"stream\":\"trade_updates\",\"data\":{\"event\":\"new\",\"order\":{\"id\":\"1\",\"symbol\":\"A\",\"side\":\"buy\",\"type\":\"magic\"}}}" })
	void saysWhatItCannotRead(String frame) {
		assertThat(frames.read(frame)).isInstanceOf(AccountEvent.Unreadable.class);
	}

	private static String update(String word) {
		return """
				{"stream":"trade_updates","data":{"event":"%s","order":{"id":"1","symbol":"AAPL","side":"sell_short","qty":"3","filled_qty":"0",
				"updated_at":"2022-04-19T14:12:42Z"}}}""".formatted(word);
	}
}
