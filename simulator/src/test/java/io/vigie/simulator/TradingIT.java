package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.RunningSimulator.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Trades over HTTP and listens on the account's stream, as the platform does. */
class TradingIT {

	@TempDir
	private static Path data;

	private static RunningSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1:42");
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void tradesABracketFromEntryToExit() {
		String symbol = "BRK1/USD";
		simulator.print(symbol, "100");
		Socket updates = listening();
		Answer placed = simulator.post("/v2/orders", bracket(symbol, "2", "brk1"));
		assertThat(placed.status()).isEqualTo(200);
		assertThat(placed.text("status")).isEqualTo("pending_new");
		assertThat(placed.body().path("legs").findValuesAsString("status")).containsExactly("held", "held");
		simulator.print(symbol, "101");

		JsonNode fill = updates.hear(it -> isEvent(it, "fill", placed.text("id"))).path("data");
		assertThat(fill.path("price").stringValue()).isEqualTo("101");
		assertThat(fill.path("qty").stringValue()).isEqualTo("2");
		assertThat(fill.path("position_qty").stringValue()).isEqualTo("2");
		assertThat(fill.path("execution_id").stringValue()).hasSize(36);
		assertThat(fill.path("order").path("status").stringValue()).isEqualTo("filled");
		assertThat(updates.isBinary()).isTrue();

		Answer position = simulator.get("/v2/positions/BRK1USD");
		assertThat(position.text("symbol")).isEqualTo("BRK1USD");
		assertThat(position.text("qty")).isEqualTo("2");
		assertThat(position.text("qty_available")).isEqualTo("0");
		assertThat(position.text("cost_basis")).isEqualTo("202");
		assertThat(simulator.get("/v2/positions/BRK1%2FUSD").body()).isEqualTo(position.body());
		assertThat(simulator.get("/v2/positions/BRK1/USD").body()).isEqualTo(position.body());

		simulator.print(symbol, "94");
		updates.hear(it -> it.path("data").path("event").stringValue("").equals("canceled")
				&& it.path("data").path("order").path("symbol").stringValue("").equals(symbol));
		assertThat(simulator.get("/v2/positions/BRK1USD").status()).isEqualTo(404);
		Answer order = simulator.get("/v2/orders:by_client_order_id?client_order_id=brk1");
		assertThat(order.body().path("legs").findValuesAsString("status")).containsExactly("canceled", "filled");
		updates.close();
	}

	@Test
	void booksFeesAsActivitiesThatAddUpToTheCash() {
		simulator.print("FEE1/USD", "100");
		simulator.post("/v2/orders", market("FEE1/USD", "0.123456789", "buy", "fee1"));
		simulator.print("FEE1/USD", "100.01");
		JsonNode activities = simulator.get("/v2/account/activities?activity_types=FILL,CFEE&direction=asc").body();
		JsonNode fee = find(activities, "CFEE", "FEE1/USD");
		assertThat(fee.path("net_amount").stringValue()).isEqualTo("-0.030867283669725");
		JsonNode fill = find(activities, "FILL", "FEE1/USD");
		assertThat(fee.path("order_id")).isEqualTo(fill.path("order_id"));
		assertThat(fill.path("cum_qty").stringValue()).isEqualTo("0.123456789");
		Answer next = simulator.get("/v2/account/activities?direction=asc&page_token=" + fill.path("id").stringValue());
		assertThat(next.body().get(0)).isEqualTo(fee);
		assertThat(simulator.get("/v2/account/activities/CFEE?page_size=1").body()).hasSize(1);
	}

	@Test
	void replacesAndCancels() {
		simulator.print("REP1/USD", "100");
		Answer placed = simulator.post("/v2/orders", """
				{"symbol":"REP1USD","qty":"1","side":"buy","type":"limit","limit_price":"90","time_in_force":"gtc"}""");
		assertThat(placed.text("symbol")).isEqualTo("REP1/USD");
		Answer replaced = simulator.patch("/v2/orders/" + placed.text("id"), "{\"limit_price\":\"91\",\"qty\":\"2\"}");
		assertThat(replaced.text("replaces")).isEqualTo(placed.text("id"));
		assertThat(replaced.text("limit_price")).isEqualTo("91");
		assertThat(simulator.get("/v2/orders/" + placed.text("id")).text("status")).isEqualTo("replaced");
		assertThat(simulator.get("/v2/orders?symbols=REP1/USD").body()).hasSize(1);
		assertThat(simulator.delete("/v2/orders/" + replaced.text("id")).status()).isEqualTo(204);
		Answer again = simulator.delete("/v2/orders/" + replaced.text("id"));
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.body().path("code").intValue()).isEqualTo(42210000);
	}

	@Test
	void cancelsEverythingAndClosesEverything() {
		try (RunningSimulator own = RunningSimulator.start(data.resolve("own"))) {
			own.print("ALL1/USD", "100");
			own.post("/v2/orders", bracket("ALL1/USD", "2", "all1"));
			own.print("ALL1/USD", "100");
			assertThat(own.delete("/v2/positions").body().get(0).path("status").intValue()).isEqualTo(403);
			Answer canceled = own.delete("/v2/orders");
			assertThat(canceled.status()).isEqualTo(207);
			assertThat(canceled.body().findValues("status")).allMatch(it -> it.intValue() == 200).hasSize(2);
			assertThat(own.delete("/v2/positions?cancel_orders=true").status()).isEqualTo(207);
			own.print("ALL1/USD", "100");
			assertThat(own.get("/v2/positions").body()).isEmpty();
			assertThat(own.get("/v2/account").text("cash")).isEqualTo("99999");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{\"symbol\":|400|40010000",
			"{\"symbol\":\"NONE\",\"qty\":\"1\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"day\"}|422|42210000",
			"{\"symbol\":\"SIM1\",\"qty\":\"0\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"day\"}|422|42210000",
			"{\"symbol\":\"SIM1\",\"qty\":\"1000000\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"day\"}|403|40310000",
			"{\"symbol\":\"SIM1\",\"qty\":\"1\",\"side\":\"sell\",\"type\":\"market\",\"time_in_force\":\"day\"}|403|40310000",
			"{\"symbol\":\"SIM1\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"day\"}|422|40010001", "[]|422|40010001" })
	void refusesInAlpacasWords(String body, int status, int code) {
		Answer answer = simulator.post("/v2/orders", body);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body().path("code").intValue()).isEqualTo(code);
		assertThat(answer.text("message")).isNotBlank();
	}

	@Test
	void refusesAClientOrderIdThatWasUsed() {
		simulator.print("UNI1/USD", "100");
		assertThat(simulator.post("/v2/orders", market("UNI1/USD", "1", "buy", "uni1")).status()).isEqualTo(200);
		Answer again = simulator.post("/v2/orders", market("UNI1/USD", "1", "buy", "uni1"));
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.body().path("code").intValue()).isEqualTo(40010001);
		assertThat(again.text("message")).isEqualTo("client_order_id must be unique");
	}

	@Test
	void letsNobodyInWithoutTheKeys() {
		Answer none = simulator.send("GET", "/v2/account", null, Map.of());
		assertThat(none.status()).isEqualTo(403);
		assertThat(none.text("message")).isEqualTo("forbidden.");
		Answer wrong = simulator.send("GET", "/v2/account", null, Map.of("APCA-API-KEY-ID", "simulator", "APCA-API-SECRET-KEY", "guess"));
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(wrong.body().path("code").intValue()).isEqualTo(40110000);
		assertThat(simulator.send("POST", "/simulator/pause", "", Map.of()).status()).isEqualTo(403);
		assertThat(simulator.send("GET", "/v2/orders", null, Map.of("X-Other", "header")).status()).isEqualTo(403);
		for (String disguised : List.of("/actuator/../v2/account", "/v3/api-docs/..;/v2/account", "/v1beta3/crypto/%2e%2e/v2/account",
				"/actuator//v2/account")) {
			assertThat(simulator.send("GET", disguised, null, Map.of()).status()).as(disguised).isEqualTo(400);
		}
		assertThat(simulator.send("GET", "/actuator/health", null, Map.of()).text("status")).isEqualTo("UP");
	}

	@Test
	void saysHowManyRequestsAreLeft() {
		Answer answer = simulator.get("/v2/clock");
		assertThat(answer.headers()).containsKeys("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
		try (RunningSimulator strict = RunningSimulator.start(data.resolve("strict"), "VIGIE_SIMULATOR_RATE_LIMIT=2")) {
			List<Integer> statuses = IntStream.range(0, 6).mapToObj(_ -> strict.get("/v2/clock").status()).toList();
			assertThat(statuses).contains(200, 429);
		}
	}

	@Test
	void answersWhatIsUnknownWithNotFound() {
		assertThat(simulator.get("/v2/orders/61e69015-8549-4bfd-b9c3-01e75843f47d").status()).isEqualTo(404);
		assertThat(simulator.get("/v2/positions/SIM1").body().path("code").intValue()).isEqualTo(40410000);
		assertThat(simulator.get("/v2/assets/NONE").status()).isEqualTo(404);
		assertThat(simulator.get("/v2/nonsense").status()).isEqualTo(404);
	}

	@Test
	void listsItsAssetsAndSaysWhichAreSynthetic() {
		JsonNode asset = simulator.get("/v2/assets/SIM1").body();
		assertThat(asset.path("class").stringValue()).isEqualTo("us_equity");
		assertThat(asset.path("name").stringValue()).isEqualTo("SIM1 (synthetic, seed 42)");
		assertThat(simulator.get("/v2/assets?asset_class=us_equity").body().findValuesAsString("symbol")).contains("SIM1");
		assertThat(simulator.get("/v2/calendar?start=2026-01-05&end=2026-01-09").body()).hasSize(5);
		assertThat(simulator.get("/v2/clock").body().path("is_open").booleanValue()).isTrue();
		assertThat(simulator.get("/v3/api-docs").body().path("openapi").stringValue("")).startsWith("3.");
	}

	/** As Alpaca has them: steps and the least order are for crypto, shares only say whether parts of them are traded. */
	@Test
	void saysHowItsAssetsAreTraded() {
		simulator.print("AST1/USD", "100");
		JsonNode pair = simulator.get("/v2/assets/AST1/USD").body();
		assertThat(pair.path("status").stringValue()).isEqualTo("active");
		assertThat(pair.path("tradable").booleanValue()).isTrue();
		assertThat(pair.path("min_order_size").stringValue()).isEqualTo("0.1");
		assertThat(pair.path("min_trade_increment").stringValue()).isEqualTo("0.000000001");
		assertThat(pair.path("price_increment").stringValue()).isEqualTo("0.01");
		JsonNode share = simulator.get("/v2/assets/SIM1").body();
		assertThat(share.path("fractionable").booleanValue()).isTrue();
		assertThat(share.path("shortable").booleanValue()).isFalse();
		assertThat(share.propertyNames()).doesNotContain("min_order_size", "min_trade_increment", "price_increment");
	}

	private static Socket listening() {
		Socket socket = simulator.open("/stream", Map.of());
		socket.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}");
		socket.hear("status", "unauthorized");
		socket.sayInBytes("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}");
		socket.hear("status", "authorized");
		socket.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}");
		socket.hear("stream", "listening");
		return socket;
	}

	private static boolean isEvent(JsonNode message, String event, String order) {
		JsonNode update = message.path("data");
		return update.path("event").stringValue("").equals(event) && update.path("order").path("id").stringValue("").equals(order);
	}

	private static JsonNode find(JsonNode activities, String type, String symbol) {
		for (JsonNode activity : activities) {
			if (activity.path("activity_type").stringValue("").equals(type) && activity.path("symbol").stringValue("").equals(symbol)) {
				return activity;
			}
		}
		throw new AssertionError("No " + type + " of " + symbol + " in " + activities);
	}

	private static String bracket(String symbol, String quantity, String id) {
		return """
				{"symbol":"%s","qty":"%s","side":"buy","type":"market","time_in_force":"gtc","client_order_id":"%s","order_class":"bracket",
				"take_profit":{"limit_price":"110"},"stop_loss":{"stop_price":"95"}}""".formatted(symbol, quantity, id);
	}

	private static String market(String symbol, String quantity, String side, String id) {
		return """
				{"symbol":"%s","qty":"%s","side":"%s","type":"market","time_in_force":"gtc","client_order_id":"%s"}"""
			.formatted(symbol, quantity, side, id);
	}
}
