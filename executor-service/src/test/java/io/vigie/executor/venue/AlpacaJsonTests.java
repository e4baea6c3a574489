package io.vigie.executor.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.json.VigieJson;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Brokers add, rename and drop fields: only what an order cannot do without may stop us. */
class AlpacaJsonTests {

	private static final JsonMapper MAPPER = VigieJson.mapper();
	private static final String ORDER = """
			{"id":"61e69015","client_order_id":"trend-1","created_at":"2026-11-20T12:00:00.5Z","symbol":"BTC/USD","qty":"0.5","filled_qty":"0.2",
			"filled_avg_price":"100","order_class":"bracket","order_type":"market","type":"market","side":"buy","time_in_force":"gtc",
			"limit_price":null,"stop_price":null,"status":"partially_filled","legs":[
			{"id":"l1","client_order_id":"x","symbol":"BTC/USD","qty":"0.5","filled_qty":"0","type":"limit","side":"sell","limit_price":"110","status":"held"}]}""";

	private final AlpacaJson json = new AlpacaJson(new Symbols(Map.of("BTCUSD", "BTC/USD")));

	@Test
	void readsAnOrderWithItsLegs() {
		VenueOrder order = json.order(MAPPER.readTree(ORDER));

		assertThat(order.id()).isEqualTo("61e69015");
		assertThat(order.side()).isEqualTo(Side.BUY);
		assertThat(order.type()).isEqualTo(OrderType.MARKET);
		assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
		assertThat(order.filledQuantity()).isEqualByComparingTo("0.2");
		assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-11-20T12:00:00.5Z"));
		assertThat(order.legs()).singleElement().satisfies(leg -> assertThat(leg.limitPrice()).isEqualByComparingTo("110"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_order_id", "created_at", "qty", "filled_qty", "filled_avg_price", "order_class", "order_type", "type",
			"time_in_force", "limit_price", "stop_price", "status", "legs" })
	void bearsTheLossOf(String field) {
		ObjectNode order = (ObjectNode) MAPPER.readTree(ORDER);
		order.remove(field);

		assertThat(json.order(order).id()).isEqualTo("61e69015");
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "symbol", "side" })
	void callsAnAnswerWithoutItsEssentialsLost(String field) {
		ObjectNode order = (ObjectNode) MAPPER.readTree(ORDER);
		order.remove(field);

		assertThatThrownBy(() -> json.order(order)).isInstanceOf(AnswerLost.class).hasMessageContaining(field);
	}

	@ParameterizedTest
	@CsvSource({ "new,ACCEPTED", "accepted,ACCEPTED", "pending_new,ACCEPTED", "held,ACCEPTED", "pending_cancel,ACCEPTED", "done_for_day,ACCEPTED",
			"something_new,ACCEPTED", "partially_filled,PARTIALLY_FILLED", "filled,FILLED", "canceled,CANCELED", "replaced,CANCELED", "expired,EXPIRED",
			"rejected,REJECTED" })
	void namesTheState(String status, OrderState state) {
		assertThat(AlpacaJson.state(status)).isEqualTo(state);
	}

	@Test
	void readsAFillOfTheHistory() {
		VenueActivity fill = json.activity(MAPPER.readTree("""
				{"id":"20261120::1","activity_type":"FILL","transaction_time":"2026-11-20T12:00:01Z","type":"partial_fill","price":"100.5","qty":"2",
				"side":"buy","symbol":"AAPL","leaves_qty":"1","order_id":"o1","cum_qty":"3","order_status":"partially_filled"}"""));

		assertThat(fill.fill()).isNotNull();
		assertThat(fill.fill().cumulativeQuantity()).isEqualByComparingTo("3");
		assertThat(fill.orderId()).isEqualTo("o1");
	}

	@Test
	void readsAFeeThatCarriesADayOnly() {
		VenueActivity fee = json.activity(MAPPER.readTree("""
				{"id":"20261120::2","activity_type":"CFEE","date":"2026-11-20","net_amount":"0","qty":"-0.001","symbol":"BTCUSD","description":"fee"}"""));

		assertThat(fee.at()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
		assertThat(fee.symbol()).isEqualTo("BTC/USD");
		assertThat(fee.quantity()).isEqualByComparingTo("-0.001");
		assertThat(fee.fill()).isNull();
	}

	@Test
	void writesCryptoPositionsWithTheSlash() {
		VenuePosition position = json.position(MAPPER.readTree("{\"symbol\":\"BTCUSD\",\"qty\":\"2\",\"avg_entry_price\":\"100\"}"));

		assertThat(position.symbol()).isEqualTo("BTC/USD");
		assertThat(position.cost()).isEqualByComparingTo("200");
		assertThat(position.currentPrice()).isNull();
	}

	@Test
	void readsAnAccountOfWhichOnlyTheCashIsLeft() {
		VenueAccount account = json.account(MAPPER.readTree("{\"cash\":\"12.5\"}"));

		assertThat(account.currency()).isEqualTo("USD");
		assertThat(account.buyingPower()).isEqualByComparingTo("12.5");
	}

	@Test
	void readsListsOfOrders() {
		JsonNode two = MAPPER.readTree("[" + ORDER + "," + ORDER + "]");

		assertThat(json.orders(two)).extracting(VenueOrder::clientOrderId).isEqualTo(List.of("trend-1", "trend-1"));
	}
}
