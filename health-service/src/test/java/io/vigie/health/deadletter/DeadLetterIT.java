package io.vigie.health.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.DeadLetters;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.MutableClock;
import io.vigie.health.Rest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
	@Autowired
	private Contracts contracts;
	@Autowired
	private MutableClock clock;

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
		await().untilAsserted(() -> assertThat(wire.records(Topics.TASKS).stream().filter(it -> Arrays.equals(it.value(), bytes))).hasSize(2));
		assertThat(wire.records(Topics.TASKS).getLast().key()).isEqualTo("health");
		assertThat(find(letter.offset()).has("replayed_at")).isTrue();
	}

	@Test
	void putsBackWhatNobodyCouldHandleUnderTheKeyItHadAndItIsHandledOnce() throws Exception {
		RunTask task = new RunTask(UUID.randomUUID(), TaskKind.HEALTH_CHECK, "health", Map.of(), 20, "because", clock.instant().plusSeconds(600));
		Message<RunTask> message = Message.beginning(Ids.named("run", task.taskId()), "orchestrator", "health", clock.instant(), task);
		long offset = putAside(message);
		String replay = "/health/dead-letters/replay?topic=" + Topics.TASKS + "&partition=0&offset=" + offset;
		assertThat(rest.json(rest.post(replay)).get("replays").asInt()).isEqualTo(1);
		assertThat(rest.json(rest.post(replay)).get("replays").asInt()).isEqualTo(2);
		wire.await(Topics.results("health"), TaskFinished.class, it -> it.taskId().equals(task.taskId()));
		RunTask next = new RunTask(UUID.randomUUID(), TaskKind.HEALTH_CHECK, "health", Map.of(), 20, "because", task.deadline());
		wire.send(Topics.TASKS, "health", Message.beginning(Ids.named("run", next.taskId()), "orchestrator", "health", clock.instant(), next));
		wire.await(Topics.results("health"), TaskFinished.class, it -> it.taskId().equals(next.taskId()));
		assertThat(wire.received(Topics.results("health"), TaskFinished.class)).filteredOn(it -> it.data().taskId().equals(task.taskId())).hasSize(1);
		byte[] bytes = contracts.write(message);
		await().untilAsserted(() -> assertThat(wire.records(Topics.TASKS)).filteredOn(it -> Arrays.equals(it.value(), bytes))
			.hasSize(2)
			.allSatisfy(it -> assertThat(it.key()).isEqualTo("health")));
	}

	/** As {@code DeadLetters} does with what threw: under the message's id. */
	private long putAside(Message<RunTask> message) throws Exception {
		var letter = new ProducerRecord<>(Topics.deadLetters(Topics.TASKS), 0, message.id().toString(), contracts.write(message));
		letter.headers().add(DeadLetters.KIND, "unhandled".getBytes(StandardCharsets.UTF_8));
		letter.headers().add(DeadLetters.CAUSE, "IllegalStateException: no".getBytes(StandardCharsets.UTF_8));
		letter.headers().add(DeadLetters.SERVICE, "health".getBytes(StandardCharsets.UTF_8));
		try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", RealInfrastructure.addresses().kafka()),
				new StringSerializer(), new ByteArraySerializer())) {
			return producer.send(letter).get().offset();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=101", "?limit=x", "?topic=nobody", "?topic=orchestrator.tasks.v1-dlt" })
	void refusesToListWhatIsNotThere(String query) throws Exception {
		HttpResponse<String> answer = rest.get("/health/dead-letters" + query);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("content-type").orElse("")).contains("problem+json");
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
