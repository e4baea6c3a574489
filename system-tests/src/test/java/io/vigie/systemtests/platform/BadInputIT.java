package io.vigie.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be understood is kept with its cause, and the work goes on. */
class BadInputIT {

	private static final Platform PLATFORM = Platform.started();
	private static final int LARGEST_READ = 256 * 1024;

	static List<String> topics() {
		List<String> topics = new ArrayList<>(List.of("sentinel.ticks.v1", "sentinel.bars.v1", "sentinel.account-events.v1", "sentinel.connections.v1", "sentinel.listings.v1",
				"analyst.signals.v1", "analyst.proposals.v1", "executor.proposals.v1", "risk.verdicts.v1", "executor.orders.v1", "executor.portfolios.v1",
				"orchestrator.tasks.v1", "health.alerts.v1", "analyst.backtests.v1"));
		Platform.SERVICES.forEach(service -> topics.addAll(List.of(service + ".results.v1", service + ".logs.v1")));
		return topics;
	}

	@Test
	void keepsWhatNoReaderUnderstandsOnAnyTopic() {
		Map<String, byte[]> bad = Map.of("malformed", "{\"id\":".getBytes(StandardCharsets.UTF_8), "unknown-type", message("never-heard-of", 1),
				"wrong-version", message("agent-logged", 9), "oversized", new byte[LARGEST_READ + 1]);
		Set<String> wanted = new HashSet<>();
		try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka(), "acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
			for (String topic : topics()) {
				for (Map.Entry<String, byte[]> each : bad.entrySet()) {
					boolean otherFamily = each.getKey().equals("wrong-version") && !topic.contains(".logs.");
					wanted.add(topic + " " + (otherFamily ? "unknown-type" : each.getKey()));
					producer.send(new ProducerRecord<>(topic, "bad", each.getValue())).get();
				}
			}
		}
		catch (ExecutionException | InterruptedException e) {
			throw new IllegalStateException(e);
		}
		Set<String> seen = new HashSet<>();
		try (var consumer = consumer()) {
			Patience.within(Duration.ofMinutes(2), "every bad message among the dead letters", () -> {
				consumer.poll(Duration.ofMillis(300)).forEach(it -> seen.add(describe(it)));
				return wanted.stream().filter(it -> !seen.contains(it)).toList();
			}, List::isEmpty);
		}
		long before = trades();
		Patience.within(Duration.ofMinutes(3), "trading to go on", BadInputIT::trades, now -> now > before);
		Audit.of(PLATFORM).passes();
	}

	@ParameterizedTest
	@CsvSource({ "executor, GET, /trading/trades?limit=0", "executor, GET, /trading/trades?limit=many", "executor, GET, /trading/trades/none/why",
			"executor, GET, /trading/trades/00000000-0000-0000-0000-000000000000/why", "executor, GET, /trading/orders?state=LOST",
			"executor, GET, /trading/portfolio?bot=nobody", "executor, DELETE, /trading/orders", "executor, GET, /trading/nothing",
			"analyst, GET, /analyst/signals?limit=-1", "risk, GET, /risk/verdicts?limit=100000", "sentinel, GET, /sentinel/bars?symbol=BTC/USD&timeframe=7m",
			"orchestrator, GET, /orchestrator/logs?limit=x", "health, POST, /health/dead-letters/replay?topic=x", "health, GET, /health/auto-heal" })
	void answersBadRequestsWithProblems(String service, String method, String path) {
		HttpResponse<String> answer = PLATFORM.http(service).send(method, path, "");
		assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
		assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
	}

	private static KafkaConsumer<String, byte[]> consumer() {
		var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", kafka(), "group.id", "bad-input-" + UUID.randomUUID(),
				"auto.offset.reset", "earliest"), new StringDeserializer(), new ByteArrayDeserializer());
		List<TopicPartition> partitions = topics().stream()
			.map(it -> it + "-dlt")
			.flatMap(it -> consumer.partitionsFor(it).stream().map(info -> new TopicPartition(it, info.partition())))
			.toList();
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		return consumer;
	}

	private static String describe(ConsumerRecord<String, byte[]> letter) {
		return letter.topic().replace("-dlt", "") + " " + Stream.of(letter.headers().lastHeader("vigie-kind")).map(it -> new String(it.value(), StandardCharsets.UTF_8)).findFirst().orElse("");
	}

	private static byte[] message(String type, int version) {
		return """
				{"id":"%s","from":"x","to":"all","message_type":"%s","version":%d,"at":"2026-01-02T03:04:05Z","correlation_id":"%1$s",
				 "data":{"service":"risk","kind":"ACTION","text":"t","facts":{},"occurred_at":"2026-01-02T03:04:05Z"}}"""
			.formatted(UUID.randomUUID(), type, version).getBytes(StandardCharsets.UTF_8);
	}

	private static String kafka() {
		return "localhost:" + PLATFORM.port("kafka");
	}

	private static long trades() {
		return PLATFORM.http("executor").list("/trading/trades?limit=1000").count();
	}
}
