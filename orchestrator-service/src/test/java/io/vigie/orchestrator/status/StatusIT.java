package io.vigie.orchestrator.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.testing.Wire;
import io.vigie.orchestrator.MutableClock;
import io.vigie.orchestrator.OrchestratorTest;
import io.vigie.orchestrator.schedule.Conductor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OrchestratorTest
class StatusIT {

	@LocalServerPort
	private int port;
	@Autowired
	private Conductor conductor;
	@Autowired
	private MutableClock clock;
	@Autowired
	private Wire wire;
	@Autowired
	private JsonMapper mapper;

	@Test
	void showsStateQueueDueTimesAndDecisionsWithReasoning() throws Exception {
		conductor.beat();
		JsonNode status = mapper.readTree(get("/orchestrator/status").body());
		assertThat(status.get("state").asString()).isNotBlank();
		assertThat(status.get("schedules")).hasSize(5)
			.allSatisfy(it -> assertThat(it.get("reasoning").asString()).isNotBlank());
		assertThat(status.get("queue")).isNotEmpty();
		assertThat(status.get("decisions")).isNotEmpty().allSatisfy(it -> assertThat(it.get("reasoning").asString()).isNotBlank());
	}

	@Test
	void keepsADiaryEntryOnceAndFindsItByServiceBotAndKind() throws Exception {
		var entry = new AgentLogged("risk", "walker", AgentLogged.Kind.DECISION, "refused: too large", Map.of("rule", "position"),
				clock.instant());
		Message<AgentLogged> message = Message.beginning(Ids.next(clock.instant()), "risk", Message.ALL, clock.instant(), entry);
		wire.sendTwice(Topics.logs("risk"), "walker", message);
		await().untilAsserted(() -> assertThat(logs("?service=risk&bot=walker&kind=DECISION&limit=5")).hasSize(1));
		JsonNode kept = logs("?bot=walker").get(0);
		assertThat(kept.get("text").asString()).isEqualTo("refused: too large");
		assertThat(kept.get("facts").get("rule").asString()).isEqualTo("position");
		assertThat(kept.get("correlation_id").asString()).isEqualTo(message.id().toString());
		assertThat(logs("?service=risk&bot=other")).isEmpty();
	}

	@Test
	void handlesTheNextGoodEntryAfterABadOne() throws Exception {
		byte[] bad = "{\"id\":".getBytes(StandardCharsets.UTF_8);
		wire.sendRaw(Topics.logs("executor"), "x", bad);
		wire.send(Topics.logs("executor"), "x", Message.beginning(Ids.next(clock.instant()), "executor", Message.ALL,
				clock.instant(), new AgentLogged("executor", null, AgentLogged.Kind.ACTION, "good", Map.of(), clock.instant())));
		await().untilAsserted(() -> assertThat(logs("?service=executor")).isNotEmpty());
		wire.awaitDeadLetter(Topics.logs("executor"), bad);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orchestrator/logs?limit=0", "/orchestrator/logs?limit=1001", "/orchestrator/logs?limit=x",
			"/orchestrator/logs?kind=GUESS", "/orchestrator/status?decisions=-1", "/orchestrator/nothing" })
	void refusesBadInputWithAProblem(String path) throws Exception {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).isBetween(400, 499);
		assertThat(answer.headers().firstValue("content-type").orElse("")).contains("problem+json");
		assertThat(answer.body()).doesNotContain("Exception");
	}

	@Test
	void showsHealthMetricsAndDocuments() throws Exception {
		assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/prometheus").body()).contains("outbox_published");
		assertThat(get("/v3/api-docs").body()).contains("/orchestrator/status", "/orchestrator/logs");
	}

	private JsonNode logs(String query) throws IOException, InterruptedException {
		return mapper.readTree(get("/orchestrator/logs" + query).body());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
	}
}
