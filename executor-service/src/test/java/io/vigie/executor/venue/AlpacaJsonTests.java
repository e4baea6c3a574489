package io.vigie.executor.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.json.VigieJson;
import io.vigie.common.venue.VenueDrift;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

	private final VenueDrift drift = RecordedVenue.drift();
	private final AlpacaJson json = new AlpacaJson(new Symbols(Map.of("BTCUSD", "BTC/USD")), drift,
			new AlpacaJson.Records((_, _, _) -> new BigDecimal("0.2"), _ -> Optional.of(new BigDecimal("4"))));

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
		VenueActivity fill = activity(MAPPER.readTree("""
				{"id":"20261120::1","activity_type":"FILL","transaction_time":"2026-11-20T12:00:01Z","type":"partial_fill","price":"100.5","qty":"2",
				"side":"buy","symbol":"AAPL","leaves_qty":"1","order_id":"o1","cum_qty":"3","order_status":"partially_filled"}"""));

		assertThat(fill.fill()).isNotNull();
		assertThat(fill.fill().cumulativeQuantity()).isEqualByComparingTo("3");
		assertThat(fill.orderId()).isEqualTo("o1");
	}

	@Test
	void readsAFeeThatCarriesADayOnly() {
		VenueActivity fee = activity(MAPPER.readTree("""
				{"id":"20261120::2","activity_type":"CFEE","date":"2026-11-20","net_amount":"0","qty":"-0.001","symbol":"BTCUSD","description":"fee"}"""));

		assertThat(fee.at()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
		assertThat(fee.symbol()).isEqualTo("BTC/USD");
		assertThat(fee.quantity()).isEqualByComparingTo("-0.001");
		assertThat(fee.fill()).isNull();
	}

	@Test
	void writesCryptoPositionsWithTheSlash() {
		VenuePosition position = json.positions(MAPPER.readTree("[{\"symbol\":\"BTCUSD\",\"qty\":\"2\",\"avg_entry_price\":\"100\"}]"))
			.getFirst();

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

	@Test
	void asksTheHistoryHowMuchHasFilledWhereTheOrderDoesNotSay() {
		ObjectNode order = (ObjectNode) MAPPER.readTree(ORDER);
		order.remove("filled_qty");

		assertThat(json.order(order).filledQuantity()).isEqualByComparingTo("0.2");
		assertThat(drift.missed()).contains("order.filled_qty");
	}

	@ParameterizedTest
	@CsvSource({ "canceled_at,CANCELED", "expired_at,EXPIRED", "failed_at,REJECTED", "replaced_at,CANCELED", "submitted_at,PARTIALLY_FILLED" })
	void tellsTheEndByItsTimeWhereThereIsNoState(String stamp, OrderState state) {
		ObjectNode order = (ObjectNode) MAPPER.readTree(ORDER);
		order.remove("status");
		order.put(stamp, "2026-11-20T12:00:01Z");

		assertThat(json.order(order).state()).isEqualTo(state);
	}

	@Test
	void tellsAnOddTypeByItsPrices() {
		ObjectNode order = (ObjectNode) MAPPER.readTree(ORDER);
		order.put("type", "iceberg").put("order_type", "iceberg").put("stop_price", "9");

		assertThat(json.order(order).type()).isEqualTo(OrderType.STOP);
	}

	@ParameterizedTest
	@CsvSource({ "sell_short,SELL", "buy_to_cover,BUY" })
	void readsSidesThatSayMore(String word, Side side) {
		ObjectNode order = (ObjectNode) MAPPER.readTree(ORDER);
		order.put("side", word);

		assertThat(json.order(order).side()).isEqualTo(side);
	}

	@Test
	void reckonsHowMuchHasFilledByWhatIsLeft() {
		VenueActivity fill = activity(MAPPER.readTree("""
				{"id":"20261120::1","activity_type":"FILL","transaction_time":"2026-11-20T12:00:01Z","price":"100.5","qty":"2","side":"buy",
				"symbol":"AAPL","leaves_qty":"1","order_id":"o1"}"""));

		assertThat(fill.fill()).isNotNull();
		assertThat(fill.fill().cumulativeQuantity()).isEqualByComparingTo("3");
		assertThat(drift.missed()).containsExactly("activity.cum_qty");
	}

	@Test
	void leavesOutADividendOfUnknownSize() {
		assertThat(json.activities(List.of(MAPPER.readTree("""
				{"id":"20261120::2","activity_type":"DIV","date":"2026-11-20","symbol":"AAPL"}""")))).isEmpty();
		assertThat(drift.missed()).contains("activity.net_amount");
	}

	private VenueActivity activity(JsonNode entry) {
		return json.activities(List.of(entry)).getFirst();
	}
}
