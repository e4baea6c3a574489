package io.vigie.risk;

import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RiskTest
class RiskApiIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private JsonMapper json;
	@LocalServerPort
	private int port;

	@BeforeEach
	void decideSomething() {
		neighbours.forgetEverything();
		neighbours.tellPortfolio("trend", 4, "25000");
		neighbours.tellPortfolio("reversion", 9, "20000", position("ETH/USD", "2", "900"));
		neighbours.buyApproved("trend", "BTC/USD");
		neighbours.buyRefused("trend", "AAPL");
		neighbours.buyRefused("reversion", "ETH/USD");
	}

	@Test
	void showsVerdictsNewestFirstWithEveryRule() {
		JsonNode verdicts = get("/risk/verdicts");
		assertThat(verdicts.valueStream().map(it -> it.get("symbol").asString())).containsExactly("ETH/USD", "AAPL", "BTC/USD");
		JsonNode approved = verdicts.get(2);
		assertThat(approved.get("approved").asBoolean()).isTrue();
		assertThat(approved.get("quantity").asString()).isEqualTo("5.5555");
		assertThat(approved.get("reason").asString()).startsWith("Approved: buy 5.5555 BTC/USD at about 900, stop 882, target 936");
		JsonNode rule = approved.get("rules").valueStream().filter(it -> it.get("rule").asString().equals("solvency")).findFirst().orElseThrow();
		assertThat(rule.get("limit").asString()).isEqualTo("25000");
		assertThat(rule.get("seen").asString()).isEqualTo("5062.57437375");
		assertThat(rule.get("headroom").isString()).as("decimals travel as strings").isTrue();
	}

	@Test
	void filtersVerdicts() {
		assertThat(symbols("/risk/verdicts?bot=trend")).containsExactly("AAPL", "BTC/USD");
		assertThat(symbols("/risk/verdicts?bot=trend&approved=false")).containsExactly("AAPL");
		assertThat(symbols("/risk/verdicts?symbol=ETH/USD")).containsExactly("ETH/USD");
		assertThat(symbols("/risk/verdicts?limit=1")).containsExactly("ETH/USD");
		assertThat(symbols("/risk/verdicts?bot=nobody")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"limit=0", "limit=501", "limit=many", "approved=perhaps",
			"bot=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
	void answersMalformedQuestionWithProblem(String query) {
		ResponseEntity<String> answer = exchange("/risk/verdicts?" + query);
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void showsEveryLimitWithItsHeadroomNow() {
		JsonNode limits = get("/risk/limits");
		assertThat(limits.valueStream().map(it -> it.get("bot").asString())).containsExactly("trend", "reversion", "pair", "strict");
		JsonNode trend = limits.get(0);
		assertThat(trend.get("free").asString()).isEqualTo("19937.42562625");
		assertThat(trend.get("holds")).hasSize(1);
		assertThat(number(limit(trend, "solvency").get("headroom"))).isEqualByComparingTo("19937.42562625");
		assertThat(number(limit(trend, "max-position").get("headroom"))).isEqualByComparingTo("5000");
		assertThat(number(limit(trend, "duplicate").get("seen"))).isEqualByComparingTo("1");
		assertThat(number(limit(limits.get(1), "max-position").get("seen"))).isEqualByComparingTo("1800");
		assertThat(number(limit(limits.get(2), "portfolio").get("seen"))).isEqualByComparingTo("0");
		assertThat(number(limit(limits.get(3), "confidence").get("limit"))).isEqualByComparingTo("0.8");
	}

	@Test
	void countsWhatItDoes() {
		String metrics = exchange("/actuator/prometheus").getBody();
		assertThat(metrics).contains("risk_verdicts_total{", "result=\"approved\"", "risk_refusals_total{", "rule=\"duplicate\"",
				"risk_decide_seconds_bucket{");
		assertThat(metrics).containsPattern("risk_holds_open\\{[^}]*} 1.0");
	}

	@Test
	void isHealthyAndDocumented() {
		assertThat(get("/actuator/health/readiness").get("status").asString()).isEqualTo("UP");
		assertThat(get("/v3/api-docs").get("paths").propertyNames()).containsAll(List.of("/risk/verdicts", "/risk/limits"));
	}

	private List<String> symbols(String path) {
		return get(path).valueStream().map(it -> it.get("symbol").asString()).toList();
	}

	private static JsonNode limit(JsonNode bot, String rule) {
		return bot.get("limits").valueStream().filter(it -> it.get("rule").asString().equals(rule)).findFirst().orElseThrow();
	}

	private static BigDecimal number(JsonNode decimal) {
		return new BigDecimal(decimal.asString());
	}

	private JsonNode get(String path) {
		ResponseEntity<String> answer = exchange(path);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		return json.readTree(answer.getBody());
	}

	private ResponseEntity<String> exchange(String path) {
		return RestClient.create("http://localhost:" + port)
			.get()
			.uri(path)
			.retrieve()
			.onStatus(HttpStatusCode::isError, (_, _) -> {
			})
			.toEntity(String.class);
	}
}
