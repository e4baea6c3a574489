package io.vigie.sentinel.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.RealInfrastructure;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.Prints;
import io.vigie.sentinel.SentinelRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of bars and what is asked of it over HTTP. */
class BarIT {

	private static final String SYMBOL = "BARS/USD";
	private static final List<Tick> TAPE = Prints.walk(SYMBOL, 2000, Duration.ofSeconds(20));

	private static FakeAlpaca venue;
	private static SentinelRun run;

	@BeforeAll
	static void start() {
		venue = new FakeAlpaca();
		TAPE.forEach(venue::printUnheard);
		run = SentinelRun.of(venue, SYMBOL);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> run.isUp("crypto-feed")
				&& get("symbol=BARS%2FUSD&timeframe=1m").statusCode() == 200);
	}

	@AfterAll
	static void stop() {
		run.close();
		venue.close();
	}

	@Test
	void servesTheLatestBarsNewestLast() throws Exception {
		List<Bar> minutes = Prints.bars(SYMBOL, EnumSet.of(Timeframe.M1), TAPE);

		JsonNode bars = json(get("symbol=BARS%2FUSD&timeframe=1m&limit=7"));

		assertThat(bars).hasSize(7);
		assertThat(bars.get(6).path("open_at").asString()).isEqualTo(minutes.getLast().openAt().toString());
		assertThat(bars.get(6).path("close").asString()).isEqualTo(minutes.getLast().close().toPlainString());
		assertThat(bars.get(0).path("open_at").asString()).isEqualTo(minutes.get(minutes.size() - 7).openAt()
				.toString());
	}

	@Test
	void leavesOutBarsThatCloseAfterTheInstantAskedFor() throws Exception {
		assertThat(json(get("symbol=BARS%2FUSD&timeframe=5m&before=2026-03-02T13:00:00Z&limit=1")).get(0)
				.path("open_at").asString())
			.isEqualTo("2026-03-02T12:55:00Z");
		assertThat(json(get("symbol=BARS%2FUSD&timeframe=5m&before=2026-03-02T12:59:59.999Z&limit=1")).get(0)
				.path("open_at").asString())
			.isEqualTo("2026-03-02T12:50:00Z");
	}

	@Test
	void servesPageAfterPageWithoutHole() throws Exception {
		int count = 0;
		String before = "9999-01-01T00:00:00Z";
		for (JsonNode page = json(get("symbol=BARS%2FUSD&timeframe=1m&limit=100&before=" + before)); !page.isEmpty();
				page = json(get("symbol=BARS%2FUSD&timeframe=1m&limit=100&before=" + before))) {
			count += page.size();
			before = page.get(0).path("open_at").asString();
		}
		assertThat(count).isEqualTo(Prints.bars(SYMBOL, EnumSet.of(Timeframe.M1), TAPE).size());
	}

	@Test
	void knowsNothingOfSymbolsNobodyFollows() throws Exception {
		assertThat(json(get("symbol=MSFT&timeframe=1m"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "symbol=BARS%2FUSD", "timeframe=1m", "symbol=BARS%2FUSD&timeframe=7m",
			"symbol=bars&timeframe=1m", "symbol=%27;--&timeframe=1m",
			"symbol=BARS%2FUSD&timeframe=1m&limit=0", "symbol=BARS%2FUSD&timeframe=1m&limit=1001",
					"symbol=BARS%2FUSD&timeframe=1m&limit=x",
			"symbol=BARS%2FUSD&timeframe=1m&before=yesterday" })
	void refusesQuestionsThatMakeNoSense(String query) throws Exception {
		HttpResponse<String> response = get(query);

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).doesNotContain("Exception");
	}

	@Test
	void keepsABarAsItWasFirstStored() {
		BarStore store = run.bean(BarStore.class);
		Bar bar = bar("KEEP/USD", Prints.NOON, "10");
		store.insert(List.of(bar, bar));
		store.insert(List.of(bar("KEEP/USD", Prints.NOON, "11"), bar("KEEP/USD", Prints.NOON.plusSeconds(60), "12")));

		assertThat(store.since("KEEP/USD", Timeframe.M1, Instant.EPOCH)).containsExactly(bar, bar("KEEP/USD",
				Prints.NOON.plusSeconds(60), "12"));
		assertThat(store.last("KEEP/USD", Timeframe.M1)).contains(bar("KEEP/USD", Prints.NOON.plusSeconds(60), "12"));
	}

	@Test
	void makesAPartitionForEveryMonthThatHasBars() {
		BarStore store = run.bean(BarStore.class);
		List<Bar> bars = List.of(bar("MONTH/USD", Instant.parse("2024-12-31T23:59:00Z"), "1"), bar("MONTH/USD",
				Instant.parse("2025-01-01T00:00:00Z"), "2"),
				bar("MONTH/USD", Instant.parse("2025-12-31T23:59:00Z"), "3"));
		store.insert(bars);

		assertThat(store.since("MONTH/USD", Timeframe.M1, Instant.EPOCH)).isEqualTo(bars);
		assertThat(run.bean(JdbcTemplate.class)
				.queryForList("select distinct tableoid::regclass::text from bars where symbol = 'MONTH/USD'",
				String.class))
			.containsExactlyInAnyOrder("bars_2024_12", "bars_2025_01", "bars_2025_12");
	}

	@Test
	void letsOthersReadTheBars() throws SQLException {
		try (var connection = DriverManager.getConnection(RealInfrastructure.addresses().databaseUrl(), "reader",
				"vigie");
				var statement = connection.createStatement();
				var rows = statement.executeQuery("select count(*) from sentinel.bars where symbol = 'BARS/USD'")) {
			rows.next();
			assertThat(rows.getLong(1)).isPositive();
		}
	}

	private static Bar bar(String symbol, Instant openAt, String price) {
		BigDecimal value = new BigDecimal(price);
		return new Bar(symbol, Timeframe.M1, openAt, value, value, value, value, BigDecimal.ONE, 1, 1);
	}

	private static JsonNode json(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	private static HttpResponse<String> get(String query) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(run.url() + "/sentinel/bars?" + query))
				.build(),
				HttpResponse.BodyHandlers.ofString());
	}
}
