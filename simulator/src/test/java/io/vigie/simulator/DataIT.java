package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.RunningSimulator.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Market data, asked for and listened to. */
class DataIT {

	@TempDir
	private static Path data;

	private static RunningSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1:42,SIM2/USD:7");
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void servesTheHistoryPageAfterPage() {
		simulator.post("/simulator/advance", "{\"seconds\":1}");
		List<String> seen = new ArrayList<>();
		String token = "";
		do {
			Answer page = simulator.get("/v1beta3/crypto/us/bars?symbols=SIM2/USD&timeframe=15Min&start=2026-01-04T12:00:00Z&end=2026-01-04T23:59:00Z&limit=10"
					+ (token.isEmpty() ? "" : "&page_token=" + token));
			assertThat(page.status()).isEqualTo(200);
			page.body().path("bars").path("SIM2/USD").forEach(it -> seen.add(it.path("t").stringValue()));
			token = page.text("next_page_token");
		}
		while (!token.isEmpty());
		assertThat(seen).hasSize(48).doesNotHaveDuplicates().isSorted().startsWith("2026-01-04T12:00:00Z")
			.endsWith("2026-01-04T23:45:00Z");
	}

	@Test
	void servesTradesQuotesAndSnapshotsOfStocks() {
		assertThat(simulator.get("/v2/stocks/SIM1/trades/latest").body().path("trade").path("p").isNumber()).isTrue();
		assertThat(simulator.get("/v2/stocks/trades/latest?symbols=SIM1,NONE").body().path("trades").propertyNames()).containsExactly("SIM1");
		JsonNode quote = simulator.get("/v2/stocks/quotes/latest?symbols=SIM1").body().path("quotes").path("SIM1");
		assertThat(quote.path("ap").decimalValue()).isGreaterThanOrEqualTo(quote.path("bp").decimalValue());
		JsonNode snapshot = simulator.get("/v2/stocks/snapshots?symbols=SIM1").body().path("SIM1");
		assertThat(snapshot.propertyNames()).contains("latestTrade", "latestQuote", "minuteBar");
		assertThat(simulator.get("/v2/stocks/SIM1/snapshot").body().path("latestTrade")).isEqualTo(snapshot.path("latestTrade"));
		assertThat(simulator.get("/v1beta3/crypto/us/snapshots?symbols=SIM2/USD").body().path("snapshots").propertyNames())
			.containsExactly("SIM2/USD");
		assertThat(simulator.get("/v2/stocks/SIM1/trades?start=2026-01-04T23:59:00Z&limit=3").body().path("trades")).hasSize(3);
		assertThat(simulator.get("/v2/stocks/NONE/trades/latest").status()).isEqualTo(404);
		assertThat(simulator.get("/v2/stocks/bars?symbols=SIM1&timeframe=7Fortnights").status()).isEqualTo(400);
		assertThat(simulator.get("/v2/stocks/bars?timeframe=1Min").status()).isEqualTo(400);
	}

	@Test
	void servesPricesOfCryptoWithoutKeys() {
		assertThat(simulator.send("GET", "/v1beta3/crypto/us/latest/trades?symbols=SIM2/USD", null, Map.of()).status()).isEqualTo(200);
	}

	@Test
	void streamsTradesQuotesAndBars() {
		Socket socket = authenticated("/v1beta3/crypto/us");
		socket.say("{\"action\":\"subscribe\",\"trades\":[\"STR1/USD\"],\"quotes\":[\"STR1/USD\"],\"bars\":[\"*\"]}");
		JsonNode subscription = socket.hear("T", "subscription");
		assertThat(subscription.path("bars").get(0).stringValue()).isEqualTo("*");
		simulator.print("STR1/USD", "100.5");
		simulator.print("STR1", "7");
		JsonNode trade = socket.hear("T", "t");
		assertThat(trade.path("S").stringValue()).isEqualTo("STR1/USD");
		assertThat(trade.path("p").decimalValue()).isEqualByComparingTo("100.5");
		assertThat(trade.path("i").longValue()).isEqualTo(1);
		socket.hear("T", "q");
		simulator.post("/simulator/advance", "{\"seconds\":120}");
		JsonNode bar = socket.hear(it -> it.path("T").stringValue("").equals("b") && it.path("S").stringValue("").equals("STR1/USD"));
		assertThat(bar.path("c").decimalValue()).isEqualByComparingTo("100.5");
		assertThat(socket.heard()).noneMatch(it -> it.path("S").stringValue("").equals("STR1"));
		socket.say("{\"action\":\"unsubscribe\",\"trades\":[\"STR1/USD\"]}");
		socket.hear(it -> it.path("T").stringValue("").equals("subscription") && it.path("trades").isEmpty());
		socket.close();
	}

	@Test
	void streamsEveryPrintOnceAndInOrder() {
		Socket socket = authenticated("/v2/iex").say("{\"action\":\"subscribe\",\"trades\":[\"SEQ1\"]}");
		socket.hear("T", "subscription");
		String[] prices = new String[500];
		Arrays.setAll(prices, it -> Integer.toString(100 + it % 7));
		simulator.print("SEQ1", prices);
		simulator.print("SEQ1", prices);
		socket.hear(it -> it.path("i").longValue(0) == 1000);
		List<Long> numbers = socket.heard().stream().filter(it -> it.path("T").stringValue("").equals("t"))
			.map(it -> it.path("i").longValue()).toList();
		assertThat(numbers).hasSize(1000).isSorted().doesNotHaveDuplicates();
		socket.close();
	}

	@Test
	void refusesInAlpacasNumbers() {
		Socket early = simulator.open("/v2/iex", Map.of());
		early.say("{\"action\":\"subscribe\",\"trades\":[\"SIM1\"]}");
		assertThat(early.hear("T", "error").path("code").intValue()).isEqualTo(401);
		early.say("nonsense");
		early.hear(it -> it.path("code").intValue(0) == 400);
		early.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"guess\"}");
		early.hear(it -> it.path("code").intValue(0) == 402);
		assertThat(early.awaitClose()).isEqualTo(1008);
		Socket known = authenticated("/v2/iex");
		known.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}");
		known.hear(it -> it.path("code").intValue(0) == 403);
		known.say("{\"action\":\"subscribe\",\"gossip\":[\"SIM1\"]}");
		known.hear(it -> it.path("code").intValue(0) == 410);
		known.close();
	}

	@Test
	void takesTheKeysInTheHandshakeToo() {
		Socket socket = simulator.open("/v2/sip", RunningSimulator.KEYS);
		socket.hear("msg", "connected");
		socket.hear("msg", "authenticated");
		socket.close();
	}

	@Test
	void allowsAsManyConnectionsAsToldTo() {
		try (RunningSimulator strict = RunningSimulator.start(data.resolve("strict"), "VIGIE_SIMULATOR_CONNECTIONS=1")) {
			Socket first = strict.open("/v2/iex", RunningSimulator.KEYS);
			first.hear("msg", "authenticated");
			Socket second = strict.open("/v2/iex", RunningSimulator.KEYS);
			second.hear(it -> it.path("code").intValue(0) == 406);
			first.close();
			second.close();
		}
	}

	private static Socket authenticated(String path) {
		Socket socket = simulator.open(path, Map.of());
		socket.hear("msg", "connected");
		socket.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}");
		socket.hear("msg", "authenticated");
		return socket;
	}
}
