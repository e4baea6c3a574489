package io.vigie.local.feed;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Listens to proposals, verdicts and orders from now on, outside of any consumer group: watching must not change anything. */
public final class Feed implements AutoCloseable {

	private static final List<String> TOPICS = List.of("analyst.proposals.v1", "risk.verdicts.v1", "executor.orders.v1");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Sentences sentences = new Sentences(ZoneId.systemDefault());

	private final KafkaConsumer<byte[], byte[]> consumer;

	public Feed(String bootstrap) {
		consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
				ConsumerConfig.CLIENT_ID_CONFIG, "feed"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	/** Goes to the end of what has been said; false as long as the topics do not exist. */
	public boolean attach() {
		List<TopicPartition> partitions = new ArrayList<>();
		for (Map.Entry<String, List<PartitionInfo>> topic : consumer.listTopics().entrySet()) {
			if (TOPICS.contains(topic.getKey())) {
				topic.getValue().forEach(each -> partitions.add(new TopicPartition(each.topic(), each.partition())));
			}
		}
		if (partitions.isEmpty()) {
			return false;
		}
		consumer.assign(partitions);
		consumer.seekToEnd(partitions);
		return true;
	}

	/** Hands over what was said meanwhile; waits no longer than the limit. */
	public void poll(Duration limit, Consumer<String> listener) {
		for (ConsumerRecord<byte[], byte[]> each : consumer.poll(limit)) {
			try {
				sentences.of(JSON.readTree(each.value())).ifPresent(listener);
			}
			catch (JacksonException e) {
				// Somebody else's problem: it goes to the dead letters.
			}
		}
	}

	@Override
	public void close() {
		consumer.close();
	}
}
