package io.vigie.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a new user sees in the first minutes. */
class TradingIT {

	private static final Platform PLATFORM = Platform.started();

	@BeforeAll
	static void seesFirstFill() {
		Patience.within(Duration.ofMinutes(2), "an entry to be filled", TradingIT::entries, it -> !it.isEmpty());
	}

	@Test
	void showsEveryPartUp() {
		Platform.Said said = PLATFORM.vigie("status");
		assertThat(said.exit()).as(said.text()).isZero();
		assertThat(said.text()).contains("postgres", "kafka", "simulator").contains(Platform.SERVICES).doesNotContain("DOWN");
	}

	@Test
	void protectsEveryEntryAtTheVenue() {
		JsonNode entry = entries().getFirst();
		List<String> legs = PLATFORM.http("simulator")
			.get("/v2/orders/" + entry.get("venue_order_id").asString() + "?nested=true")
			.path("legs")
			.valueStream()
			.map(it -> it.get("type").asString())
			.toList();
		assertThat(legs).containsExactlyInAnyOrder("limit", "stop");
		JsonNode position = PLATFORM.http("simulator").list("/v2/orders?status=all&limit=500").findFirst().orElseThrow();
		assertThat(position.get("client_order_id").asString()).isNotBlank();
	}

	@Test
	void answersWithThisRunsData() {
		assertThat(PLATFORM.http("analyst").list("/analyst/signals")).isNotEmpty();
		assertThat(PLATFORM.http("risk").list("/risk/verdicts")).isNotEmpty();
		assertThat(PLATFORM.http("risk").get("/risk/limits").size()).isPositive();
		assertThat(PLATFORM.http("orchestrator").get("/orchestrator/status").toString()).contains("MARKET_SCAN");
		assertThat(PLATFORM.http("health").get("/health/system").toString()).contains(Platform.SERVICES);
		assertThat(PLATFORM.http("sentinel").get("/sentinel/status").toString()).contains("BTC/USD", "ETH/USD", "AAPL");
	}

	@Test
	void tellsWhyATradeTookPlace() {
		JsonNode entry = PLATFORM.http("executor").list("/trading/trades").reduce((_, last) -> last).orElseThrow();
		JsonNode why = PLATFORM.http("executor").get("/trading/trades/" + entry.get("id").asString() + "/why");
		assertThat(why.path("bar").path("close").asString()).isNotBlank();
		assertThat(why.path("indicators").size()).isPositive();
		assertThat(why.path("proposal").path("reasoning").asString()).isNotBlank();
		assertThat(why.path("verdict").path("rules").size()).isGreaterThan(3);
		assertThat(why.path("order").path("client_order_id").asString()).isNotBlank();
		assertThat(why.path("history").valueStream().map(it -> it.path("state").asString())).contains("INTENDED", "FILLED");
		assertThat(why.path("postings").size()).isGreaterThanOrEqualTo(2);
	}

	@Test
	void agreesWithTheVenueToTheLastDigit() {
		Audit.of(PLATFORM).passes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sentinel", "analyst", "risk", "executor", "orchestrator", "health" })
	void documentsAndMeasuresItself(String service) {
		Http http = PLATFORM.http(service);
		assertThat(http.get("/v3/api-docs").path("paths").size()).isPositive();
		assertThat(http.send("GET", "/actuator/prometheus", "").body()).contains("jvm_memory_used_bytes");
		assertThat(http.get("/actuator/health").path("status").asString()).isEqualTo("UP");
	}

	private static List<JsonNode> entries() {
		return PLATFORM.http("executor")
			.list("/trading/orders?state=FILLED&limit=1000")
			.filter(it -> it.get("role").asString().equals("ENTRY"))
			.collect(Collectors.toList());
	}
}
