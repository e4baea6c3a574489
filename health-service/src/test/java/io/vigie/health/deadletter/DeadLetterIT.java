package io.vigie.health.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.Rest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HealthTest
class DeadLetterIT {

	@Autowired
	private Wire wire;
	@Autowired
	private Rest rest;

	@Test
	void listsLettersWithCauseAndPutsTheOriginalBytesBack() throws Exception {
		byte[] bytes = ("{\"id\":\"" + UUID.randomUUID() + "\", broken").getBytes(StandardCharsets.UTF_8);
		wire.sendRaw(Topics.TASKS, "health", bytes);
		ConsumerRecord<String, byte[]> letter = wire.awaitDeadLetter(Topics.TASKS, bytes);
		JsonNode listed = find(letter.offset());
		assertThat(listed.get("kind").asString()).isEqualTo("malformed");
		assertThat(listed.get("cause").asString()).isNotBlank();
		assertThat(listed.get("service").asString()).isEqualTo("health");
		assertThat(listed.get("text").asString()).contains("broken");
		assertThat(listed.has("replayed_at")).isFalse();

		HttpResponse<String> answer = rest.post("/health/dead-letters/replay?topic=" + Topics.TASKS + "&partition=" + letter.partition()
				+ "&offset=" + letter.offset());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(rest.json(answer).get("replays").asInt()).isEqualTo(1);
		await().untilAsserted(() -> assertThat(wire.records(Topics.TASKS).stream().filter(it -> java.util.Arrays.equals(it.value(), bytes))).hasSize(2));
		assertThat(wire.records(Topics.TASKS).getLast().key()).isEqualTo("health");
		assertThat(find(letter.offset()).has("replayed_at")).isTrue();
	}

	@Test
	void showsOnlyTheBeginningOfALongLetter() throws Exception {
		byte[] bytes = ("x" + UUID.randomUUID() + "y".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
		wire.sendRaw(Topics.TASKS, "health", bytes);
		JsonNode listed = find(wire.awaitDeadLetter(Topics.TASKS, bytes).offset());
		assertThat(listed.get("kind").asString()).isEqualTo("oversized");
		assertThat(listed.get("text").asString()).hasSize(500);
		assertThat(listed.get("bytes").asInt()).isEqualTo(bytes.length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?topic=orchestrator.tasks.v1&partition=0&offset=999999", "?topic=nobody&partition=0&offset=0",
			"?topic=orchestrator.tasks.v1&partition=-1&offset=0", "?topic=orchestrator.tasks.v1&partition=0&offset=x", "",
			"?topic=orchestrator.tasks.v1&partition=77&offset=0" })
	void refusesToPutBackWhatIsNotThere(String query) throws Exception {
		HttpResponse<String> answer = rest.post("/health/dead-letters/replay" + query);
		assertThat(answer.statusCode()).isBetween(400, 404);
		assertThat(answer.headers().firstValue("content-type").orElse("")).contains("problem+json");
	}

	private JsonNode find(long offset) throws Exception {
		JsonNode topics = rest.json(rest.get("/health/dead-letters?topic=" + Topics.TASKS));
		assertThat(topics).hasSize(1);
		assertThat(topics.get(0).get("count").asLong()).isPositive();
		return topics.get(0).get("last").valueStream().filter(it -> it.get("offset").asLong() == offset).findFirst().orElseThrow();
	}
}
