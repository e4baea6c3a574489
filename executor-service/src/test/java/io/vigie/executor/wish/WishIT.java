package io.vigie.executor.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.strategy.Action;
import io.vigie.executor.price.LastPrices;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import io.vigie.executor.testing.VerdictFixtures;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody wants something bought: it goes to risk as a proposal, and nowhere else. */
class WishIT extends ExecutorTest {

	@LocalServerPort
	private int port;
	@Autowired
	private LastPrices prices;

	@Test
	void goesToRiskInTheWayItWasAskedFor() throws Exception {
		prices.saw("WSH", new BigDecimal("100"));
		String body = """
				{"bot":"trend","symbol":"WSH","side":"BUY","type":"LIMIT","time_in_force":"DAY","limit_price":"99.5","reason":"a hunch","id":"%s"}"""
			.formatted(UUID.randomUUID());

		assertThat(ask(body).statusCode()).isEqualTo(202);
		assertThat(ask(body).statusCode()).isEqualTo(202);

		Awaitility.await().untilAsserted(() -> assertThat(said("WSH")).hasSize(2));
		assertThat(said("WSH").getFirst().id()).as("one wish, however often").isEqualTo(said("WSH").getLast().id());
		TradeProposed proposal = said("WSH").getFirst().data();
		assertThat(proposal.strategy()).isEqualTo("person");
		assertThat(proposal.action()).isEqualTo(Action.BUY);
		assertThat(proposal.price()).isEqualByComparingTo("100");
		assertThat(proposal.reasoning()).isEqualTo("a hunch");
		assertThat(proposal.style()).isEqualTo(new OrderStyle(OrderType.LIMIT, TimeInForce.DAY, new BigDecimal("99.5"), null));
		assertThat(jdbc.sql("select count(*) from orders where symbol = 'WSH'").query(Long.class).single()).isZero();
	}

	@Test
	void sellsAtMarketWithoutAStyle() throws Exception {
		prices.saw("WSL", new BigDecimal("100"));

		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSL\",\"side\":\"SELL\",\"reason\":\"enough\"}").statusCode()).isEqualTo(202);

		Awaitility.await().untilAsserted(() -> assertThat(said("WSL")).singleElement().satisfies(it -> {
			assertThat(it.data().action()).isEqualTo(Action.CLOSE);
			assertThat(it.data().style()).isNull();
		}));
	}

	@Test
	void saysWhyItCannotBeAsked() throws Exception {
		assertThat(ask("{\"bot\":\"nobody\",\"symbol\":\"WSH\",\"side\":\"BUY\",\"reason\":\"why\"}").statusCode()).isEqualTo(404);
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"UNSEEN\",\"side\":\"BUY\",\"reason\":\"why\"}").body()).contains("No price of UNSEEN has been seen yet");
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSH\",\"side\":\"BUY\"}").statusCode()).isEqualTo(400);
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSH\",\"side\":\"BUY\",\"type\":\"ICEBERG\",\"reason\":\"why\"}").statusCode()).isEqualTo(400);
	}

	@Test
	void buysForAnAmountOfMoneyOrOfUnits() throws Exception {
		prices.saw("WSN", BigDecimal.TEN);

		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSN\",\"side\":\"BUY\",\"notional\":\"250\",\"reason\":\"a bit\"}").statusCode()).isEqualTo(202);
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSN\",\"side\":\"BUY\",\"quantity\":\"1.5\",\"reason\":\"a bit\"}").statusCode()).isEqualTo(202);

		var market = new OrderStyle(OrderType.MARKET, null, null, null);
		Awaitility.await().untilAsserted(() -> assertThat(said("WSN")).extracting(it -> it.data().style()).containsExactly(market.of(null, new BigDecimal("250")),
				market.of(new BigDecimal("1.5"), null)));
	}

	@Test
	void sellsByATrailOrByTheFirstOfTwo() throws Exception {
		bought("WST", "2");

		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WST\",\"side\":\"SELL\",\"type\":\"TRAILING_STOP\",\"trail_percent\":\"2.5\",\"reason\":\"let it run\"}").statusCode())
			.isEqualTo(202);
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WST\",\"side\":\"SELL\",\"order_class\":\"OCO\",\"take_profit\":\"12\",\"stop_price\":\"9\",\"limit_price\":\"8.9\",\"reason\":\"either\"}")
			.statusCode()).isEqualTo(202);

		Awaitility.await().untilAsserted(() -> assertThat(said("WST")).extracting(it -> it.data().action() + " " + it.data().style()).containsExactly(
				"CLOSE " + new OrderStyle(OrderType.TRAILING_STOP, null, null, null, null, new BigDecimal("2.5"), null),
				"CLOSE " + new OrderStyle(OrderType.STOP_LIMIT, null, new BigDecimal("8.9"), new BigDecimal("9"), null, null, new BigDecimal("12"))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"'side':'SELL','type':'TRAILING_STOP'|400|needs either a trail_price or a trail_percent",
			"'side':'SELL','type':'TRAILING_STOP','trail_percent':'100'|400|trail_percent must be above 0 and below 100",
			"'side':'SELL','type':'TRAILING_STOP','trail_price':'-1'|400|trail_price must be above zero",
			"'side':'SELL','type':'TRAILING_STOP','trail_price':'1e99'|400|trail_price must be above zero, with 12 digits",
			"'side':'SELL','type':'TRAILING_STOP','trail_price':'10'|400|trail_price must be below the last price 10",
			"'side':'SELL','type':'TRAILING_STOP','trail_price':'1','time_in_force':'IOC'|400|time_in_force of day or gtc",
			"'side':'SELL','order_class':'OCO','stop_price':'9'|400|OCO needs a take_profit",
			"'side':'SELL','order_class':'OCO','take_profit':'12'|400|needs a stop_price",
			"'side':'SELL','take_profit':'12','stop_price':'9'|400|take_profit goes with an order_class of OCO",
			"'side':'SELL','order_class':'OCO','type':'STOP','take_profit':'12','stop_price':'9'|400|type of an OCO is LIMIT",
			"'side':'SELL','order_class':'OCO','take_profit':'9.5','stop_price':'9'|400|take_profit must be above the last price",
			"'side':'SELL','order_class':'OCO','take_profit':'12','stop_price':'10.5'|400|stop_price must be below the last price",
			"'side':'BUY','order_class':'OCO','take_profit':'12','stop_price':'9'|400|An entry has no take_profit",
			"'side':'BUY','quantity':'1','notional':'10'|400|quantity or a notional",
			"'side':'BUY','notional':'10.001'|400|notional must be above zero, and in cents",
			"'side':'BUY','notional':'10','type':'LIMIT','limit_price':'9'|400|has no notional",
			"'side':'BUY','quantity':'0'|400|quantity must be above zero",
			"'side':'BUY','quantity':'1.5','time_in_force':'GTC'|400|time_in_force of a fraction of a share",
			"'side':'SELL','quantity':'1'|400|sold at market",
			"'side':'SELL','order_class':'BRACKET'|400|",
			"'side':'SELL','type':'TRAILING_STOP','trail_price':'1'|409|holds no WSB" })
	void namesTheFieldThatIsWrong(String inside, int status, @Nullable String words) throws Exception {
		prices.saw("WSB", BigDecimal.TEN);

		HttpResponse<String> answer = ask("{'bot':'trend','symbol':'WSB','reason':'why',%s}".formatted(inside).replace('\'', '"'));

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		assertThat(answer.body()).contains(words == null ? "" : words).doesNotContain("Exception");
		assertThat(said("WSB")).isEmpty();
	}

	@Test
	void restsNothingForAFractionThatTheVenueWouldNotTake() throws Exception {
		bought("WSF", "1.5");

		HttpResponse<String> answer = ask("{\"bot\":\"trend\",\"symbol\":\"WSF\",\"side\":\"SELL\",\"type\":\"TRAILING_STOP\",\"trail_price\":\"1\",\"reason\":\"why\"}");

		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("a fraction of a share");
	}

	private void bought(String symbol, String quantity) {
		prices.saw(symbol, BigDecimal.TEN);
		say(VerdictFixtures.entry("trend", symbol, quantity, "10"));
		FakeOrder order = awaitOrder(symbol);
		tell(VENUE.exchange.fill(order, quantity, "10"));
		awaitState(order.clientOrderId, "FILLED");
	}

	private List<Message<TradeProposed>> said(String symbol) {
		return wire.received(Topics.WISHES, TradeProposed.class).stream().filter(it -> it.data().symbol().equals(symbol)).toList();
	}

	private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/trading/orders"))
			.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
	}
}
