package io.vigie.executor.trace;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class TradingIT extends ExecutorTest {

	@LocalServerPort
	private int port;

	@Test
	void tellsWhyATradeTookPlace() throws Exception {
		var verdict = entry("trend", "WHY", "2", "10");
		say(verdict);
		FakeOrder order = awaitOrder("WHY");
		tell(VENUE.exchange.fill(order, "2", "10"));
		tell(VENUE.exchange.fee(order, "0.05"));
		await(() -> assertThat(jdbc.sql("select fee from trades where symbol = 'WHY'").query(java.math.BigDecimal.class).single())
			.isEqualByComparingTo("0.05"));
		JsonNode trade = get("/trading/trades?bot=trend&limit=1000", 200).valueStream()
			.filter(it -> it.path("symbol").asString().equals("WHY")).findFirst().orElseThrow();

		JsonNode why = get("/trading/trades/" + trade.path("id").asString() + "/why", 200);

		assertThat(why.at("/bar/close").asString()).isEqualTo("10");
		assertThat(why.at("/tick/sequence").asInt()).isEqualTo(7);
		assertThat(why.at("/indicators/sma_fast").asString()).isEqualTo("10");
		assertThat(why.at("/proposal/reasoning").asString()).isEqualTo("fast average crossed above slow");
		assertThat(why.at("/verdict/rules/0/rule").asString()).isEqualTo("solvency");
		assertThat(why.at("/verdict/rules/0/headroom").asString()).isEqualTo("10");
		assertThat(why.at("/order/client_order_id").asString()).isEqualTo(order.clientOrderId);
		assertThat(why.path("history").valueStream().map(it -> it.path("state").asString())).containsExactly("INTENDED", "SENT", "ACCEPTED", "FILLED");
		assertThat(why.path("postings").valueStream().map(it -> it.path("kind").asString() + " " + it.path("account").asString() + " " + it.path("amount").asString()))
			.containsExactly("FILL POSITION 2", "FILL MARKET -2", "FILL CASH -20", "FILL MARKET 20", "FEE FEES 0.05", "FEE CASH -0.05");
		assertThat(why.path("correlation_id").asString()).isEqualTo(verdict.correlationId().toString());
	}

	@Test
	void tellsOfALegWhatItsEntryRestsOn() throws Exception {
		say(entry("trend", "WHZ", "2", "10"));
		FakeOrder order = awaitOrder("WHZ");
		tell(VENUE.exchange.fill(order, "2", "10"));
		tell(VENUE.exchange.fill(order.legs.getFirst(), "2", "10.4"));
		await(() -> assertThat(jdbc.sql("select count(*) from trades where symbol = 'WHZ'").query(Long.class).single()).isEqualTo(2));
		tell(VENUE.exchange.told(order.legs.get(1), io.vigie.common.message.VenueEvent.CANCELED));
		String id = jdbc.sql("select id from trades where symbol = 'WHZ' and role = 'TAKE_PROFIT'").query(String.class).single();

		assertThat(get("/trading/trades/" + id + "/why", 200).at("/proposal/strategy").asString()).isEqualTo("sma-cross");
	}

	@Test
	void showsPortfoliosPositionsAndOrders() throws Exception {
		say(entry("reversion", "SHO", "3", "10"));
		FakeOrder order = awaitOrder("SHO");
		tell(VENUE.exchange.fill(order, "3", "10"));
		awaitState(order.clientOrderId, "FILLED");

		JsonNode position = get("/trading/positions?bot=reversion", 200).valueStream().filter(it -> it.path("symbol").asString().equals("SHO"))
			.findFirst().orElseThrow();
		assertThat(position.path("quantity").isString()).isTrue();
		assertThat(position.path("stop_loss").asString()).isEqualTo("9.8");
		assertThat(position.path("bot").asString()).isEqualTo("reversion");
		assertThat(get("/trading/portfolio", 200)).hasSize(4);
		assertThat(get("/trading/portfolio?bot=reversion", 200).at("/0/capital").asString()).isEqualTo("25000");
		assertThat(get("/trading/orders?bot=reversion&state=FILLED", 200).valueStream().map(it -> it.path("client_order_id").asString()))
			.contains(order.clientOrderId);
		assertThat(get("/trading/ledger/balance", 200).path("balanced").asBoolean()).isTrue();
	}

	@Test
	void answersBadRequestsWithProblems() throws Exception {
		assertThat(get("/trading/orders?state=LOST", 400).path("status").asInt()).isEqualTo(400);
		assertThat(get("/trading/trades?limit=many", 400).path("status").asInt()).isEqualTo(400);
		assertThat(get("/trading/trades?limit=0", 400).path("status").asInt()).isEqualTo(400);
		assertThat(get("/trading/trades/42/why", 400).path("status").asInt()).isEqualTo(400);
		assertThat(get("/trading/trades/" + UUID.randomUUID() + "/why", 404).path("detail").asString()).contains("No trade has the id");
		assertThat(get("/trading/portfolio?bot=nobody", 404).path("detail").asString()).contains("nobody");
		assertThat(get("/trading/nothing", 404).path("status").asInt()).isEqualTo(404);
	}

	@Test
	void reconcilesOnDemand() throws Exception {
		JsonNode report = send(HttpRequest.newBuilder(uri("/trading/reconcile")).POST(HttpRequest.BodyPublishers.noBody()).build(), 200);

		assertThat(report.path("drifts")).isEmpty();
		assertThat(report.at("/compared/broker.cash").asString()).isEqualTo(report.at("/compared/cash").asString());
	}

	@Test
	void showsItsMetrics() throws Exception {
		String metrics = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri("/actuator/prometheus")).build(), HttpResponse.BodyHandlers.ofString()).body();

		assertThat(metrics).contains("executor_orders_total", "executor_unknown_orders", "executor_unprotected", "executor_reconcile_drift",
				"executor_send_seconds_bucket", "executor_tick_to_order_seconds_bucket", "executor_tick_to_fill_seconds_bucket");
	}

	private JsonNode get(String path, int status) throws Exception {
		return send(HttpRequest.newBuilder(uri(path)).build(), status);
	}

	private static JsonNode send(HttpRequest request, int status) throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return VigieJson.mapper().readTree(response.body());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + port + path);
	}
}
