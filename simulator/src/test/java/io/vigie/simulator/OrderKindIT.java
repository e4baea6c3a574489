package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.RunningSimulator.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of order a client may send, as Alpaca takes, shows and replaces it. */
class OrderKindIT {

	@TempDir
	private static Path data;

	private static RunningSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = RunningSimulator.start(data);
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@BeforeEach
	void ownTenAtAHundred() {
		simulator.delete("/v2/orders");
		simulator.print("AAPL", "100");
		simulator.delete("/v2/positions");
		simulator.print("AAPL", "100");
		place("'side':'buy','qty':'10','type':'market','time_in_force':'day'");
		simulator.print("AAPL", "100");
		assertThat(simulator.get("/v2/positions/AAPL").text("qty")).isEqualTo("10");
	}

	@Test
	void stopLimit() {
		Answer order = place("'side':'sell','qty':'10','type':'stop_limit','stop_price':'95','limit_price':'94','time_in_force':'gtc'");
		assertThat(order.text("stop_price") + " " + order.text("limit_price")).isEqualTo("95 94");
		simulator.print("AAPL", "96");
		assertThat(status(order)).isEqualTo("new");
		simulator.print("AAPL", "93");
		assertThat(status(order)).isEqualTo("new");
		simulator.print("AAPL", "94.5");
		assertThat(status(order)).isEqualTo("filled");
	}

	@ParameterizedTest
	@CsvSource({ "trail_price,5,114.99", "trail_percent,5,113.99" })
	void trailingStop(String field, String trail, String hit) {
		Answer order = place("'side':'sell','qty':'10','type':'trailing_stop','%s':'%s','time_in_force':'gtc'".formatted(field, trail));
		assertThat(order.text(field)).isEqualTo(trail);
		assertThat(order.text("hwm") + " " + order.text("stop_price")).isEqualTo("100 95");
		simulator.print("AAPL", "120");
		assertThat(simulator.get("/v2/orders/" + order.text("id")).text("hwm")).isEqualTo("120");
		assertThat(simulator.get("/v2/orders/" + order.text("id")).text("stop_price")).isEqualTo(field.equals("trail_price") ? "115" : "114");
		simulator.print("AAPL", "116");
		assertThat(status(order)).isEqualTo("new");
		simulator.print("AAPL", hit);
		assertThat(status(order)).isEqualTo("filled");
	}

	@Test
	void trailReplaced() {
		Answer order = place("'side':'sell','qty':'10','type':'trailing_stop','trail_price':'5','time_in_force':'gtc'");
		Answer successor = simulator.patch("/v2/orders/" + order.text("id"), "{\"trail\":\"2\"}");
		assertThat(successor.text("trail_price")).isEqualTo("2");
		assertThat(successor.text("replaces")).isEqualTo(order.text("id"));
		assertThat(status(order)).isEqualTo("replaced");
		simulator.print("AAPL", "97.5");
		assertThat(status(successor)).isEqualTo("filled");
	}

	@Test
	void oneCancelsTheOther() {
		Answer profit = place("'side':'sell','qty':'10','type':'limit','time_in_force':'gtc','order_class':'oco','take_profit':{'limit_price':'110'},"
				+ "'stop_loss':{'stop_price':'90','limit_price':'89'}");
		assertThat(profit.text("order_class")).isEqualTo("oco");
		assertThat(profit.body().path("legs")).hasSize(1);
		assertThat(simulator.get("/v2/positions/AAPL").text("qty_available")).isEqualTo("0");
		simulator.print("AAPL", "110.01");
		assertThat(status(profit)).isEqualTo("filled");
		assertThat(simulator.get("/v2/orders/" + profit.body().path("legs").get(0).path("id").stringValue("")).text("status")).isEqualTo("canceled");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', value = { "'take_profit':{'limit_price':'110'},111", "'stop_loss':{'stop_price':'90'},89" })
	void oneTriggersTheOther(String exit, String price) {
		Answer entry = simulator.post("/v2/orders", body("'side':'buy','qty':'2','type':'market','time_in_force':'gtc','order_class':'oto',"
				+ exit.replace("''", "'")));
		assertThat(entry.text("order_class")).isEqualTo("oto");
		simulator.print("AAPL", "100", price);
		assertThat(simulator.get("/v2/positions/AAPL").text("qty")).isEqualTo("10");
	}

	@Test
	void fractions() {
		Answer order = place("'side':'sell','qty':'0.123456789','type':'market','time_in_force':'day'");
		simulator.print("AAPL", "100");
		assertThat(status(order)).isEqualTo("filled");
		assertThat(simulator.get("/v2/positions/AAPL").text("qty")).isEqualTo("9.876543211");
	}

	@Test
	void notionals() {
		Answer order = place("'side':'buy','notional':'33.33','type':'market','time_in_force':'day'");
		assertThat(order.text("notional")).isEqualTo("33.33");
		assertThat(order.body().path("qty").isNull()).isTrue();
		Answer replaced = simulator.patch("/v2/orders/" + order.text("id"), "{\"limit_price\":\"1\"}");
		assertThat(replaced.status()).isEqualTo(422);
		simulator.print("AAPL", "100");
		assertThat(simulator.get("/v2/orders/" + order.text("id")).text("filled_qty")).isEqualTo("0.3333");
	}

	@ParameterizedTest
	@CsvSource({ "ioc,canceled", "fok,canceled", "gtc,new", "day,new" })
	void timesOfALimitBelowTheMarket(String time, String status) {
		Answer order = place("'side':'buy','qty':'1','type':'limit','limit_price':'90','time_in_force':'" + time + "'");
		assertThat(order.text("time_in_force")).isEqualTo(time);
		simulator.print("AAPL", "100");
		assertThat(status(order)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "opg,201", "cls,200" })
	void auctions(String time, String price) {
		Answer order = place("'side':'buy','qty':'1','type':'market','time_in_force':'" + time + "'");
		simulator.print("AAPL", "150", "200");
		assertThat(status(order)).isEqualTo("new");
		simulator.post("/simulator/advance", "{\"seconds\":86400}");
		simulator.print("AAPL", "201");
		assertThat(status(order)).isEqualTo("filled");
		assertThat(simulator.get("/v2/orders/" + order.text("id")).text("filled_avg_price")).isEqualTo(price);
	}

	@Test
	void replacementsAreToldAsOldAndNew() {
		Socket updates = simulator.open("/stream", Map.of());
		updates.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}").hear("status", "authorized");
		updates.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}").hear("stream", "listening");
		Answer order = place("'side':'sell','qty':'4','type':'limit','limit_price':'120','time_in_force':'gtc','client_order_id':'first'");
		Answer successor = simulator.patch("/v2/orders/" + order.text("id"),
				"{\"qty\":\"3\",\"limit_price\":\"121\",\"time_in_force\":\"day\",\"client_order_id\":\"second\"}");
		assertThat(successor.text("qty") + " " + successor.text("limit_price") + " " + successor.text("time_in_force") + " "
				+ successor.text("client_order_id")).isEqualTo("3 121 day second");
		Awaitility.await().untilAsserted(() -> assertThat(updates.heard().stream().map(it -> it.path("data"))
			.filter(it -> List.of("first", "second").contains(it.path("order").path("client_order_id").stringValue("")))
			.map(it -> it.path("event").stringValue("") + " " + it.path("order").path("client_order_id").stringValue("")))
			.containsExactly("new first", "replaced first", "new second"));
		assertThat(simulator.get("/v2/orders/" + order.text("id")).text("replaced_by")).isEqualTo(successor.text("id"));
		updates.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"'symbol':'AAPL','qty':'1.5','side':'buy','type':'market','time_in_force':'gtc'|fractional orders must be DAY orders",
			"'symbol':'AAPL','qty':'1','notional':'5','side':'buy','type':'market','time_in_force':'day'|only one of qty or notional is accepted",
			"'symbol':'AAPL','qty':'1','side':'buy','type':'trailing_stop','trail_price':'1','trail_percent':'1','time_in_force':'day'|trailing stop orders require either trail_price or trail_percent",
			"'symbol':'AAPL','qty':'1','side':'buy','type':'stop','stop_price':'110','time_in_force':'opg'|opg orders must be market or limit orders",
			"'symbol':'AAPL','qty':'1','side':'buy','type':'limit','limit_price':'90','extended_hours':true,'time_in_force':'gtc'|extended hours order must be DAY limit orders",
			"'symbol':'AAPL','qty':'10','side':'buy','type':'limit','time_in_force':'gtc','order_class':'oco','take_profit':{'limit_price':'110'},'stop_loss':{'stop_price':'90'}|oco orders must be exit orders" })
	void refusedInAlpacasWords(String inside, String message) {
		Answer refused = simulator.post("/v2/orders", "{" + inside.replace('\'', '"') + "}");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("message")).isEqualTo(message);
	}

	private static Answer place(String inside) {
		Answer answer = simulator.post("/v2/orders", body(inside));
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
		return answer;
	}

	private static String body(String inside) {
		return "{\"symbol\":\"AAPL\"," + inside.replace('\'', '"') + "}";
	}

	private static String status(Answer order) {
		return simulator.get("/v2/orders/" + order.text("id")).text("status");
	}
}
