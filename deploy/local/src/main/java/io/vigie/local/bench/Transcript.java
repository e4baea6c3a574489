package io.vigie.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was said during a round, but only after it: listening meanwhile would take time from those who are measured. */
final class Transcript implements AutoCloseable {

	/** In this order: an order is known before its fills. */
	static final List<String> TOPICS = List.of("sentinel.ticks.v1", "sentinel.bars.v1", "analyst.signals.v1", "analyst.proposals.v1",
			"risk.verdicts.v1", "executor.orders.v1", "sentinel.account-events.v1");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration POLL = Duration.ofMillis(500);

	private final KafkaConsumer<byte[], byte[]> consumer;

	Transcript(String bootstrap) {
		consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	/** Where the topics end now. */
	Map<TopicPartition, Long> ends() {
		return consumer.endOffsets(TOPICS.stream().flatMap(topic -> partitions(topic).stream()).toList());
	}

	Chains read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
		Chains chains = new Chains();
		for (String topic : TOPICS) {
			List<TopicPartition> partitions = from.keySet().stream().filter(each -> each.topic().equals(topic)).toList();
			consumer.assign(partitions);
			partitions.forEach(each -> consumer.seek(each, from.getOrDefault(each, 0L)));
			while (partitions.stream().anyMatch(each -> consumer.position(each) < to.getOrDefault(each, 0L))) {
				for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
					chains.hear(JSON.readTree(each.value()), Instant.ofEpochMilli(each.timestamp() + 1));
				}
			}
		}
		chains.complete();
		return chains;
	}

	private List<TopicPartition> partitions(String topic) {
		List<TopicPartition> partitions = new ArrayList<>();
		consumer.partitionsFor(topic).forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
		return partitions;
	}

	@Override
	public void close() {
		consumer.close();
	}
}
