package io.vigie.health.deadletter;

import io.vigie.common.kafka.DeadLetters;
import io.vigie.common.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads dead letters without a group, a few at a time, and never more than it was asked for. */
@Component
class LetterReader {

	private static final int SHOWN = 500;
	private static final int AT_ONCE = 2;
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ConsumerFactory<String, byte[]> consumers;
	private final Semaphore places = new Semaphore(AT_ONCE);

	LetterReader(ConsumerFactory<String, byte[]> consumers) {
		this.consumers = consumers;
	}

	/** By topic, only those that have any. */
	Map<String, Long> counts() {
		return with(consumer -> {
			Map<String, Long> counts = new TreeMap<>();
			ranges(consumer, Topics.known().stream().map(Topics.Topic::name).toList())
				.forEach((partition, range) -> counts.merge(original(partition), range.end - range.begin, Long::sum));
			return counts;
		});
	}

	/** The last ones of each partition, latest first. */
	List<DeadLetter> last(String topic, int limit) {
		return with(consumer -> {
			Map<TopicPartition, Range> ranges = ranges(consumer, List.of(topic));
			ranges.replaceAll((_, range) -> new Range(Math.max(range.begin, range.end - limit), range.end));
			return read(consumer, ranges).stream()
				.map(LetterReader::letter)
				.sorted(Comparator.comparing(DeadLetter::at).reversed())
				.limit(limit)
				.toList();
		});
	}

	Optional<ConsumerRecord<String, byte[]>> find(String topic, int partition, long offset) {
		return with(consumer -> {
			var place = new TopicPartition(Topics.deadLetters(topic), partition);
			Range kept = ranges(consumer, List.of(topic)).get(place);
			if (kept == null || offset < kept.begin || offset >= kept.end) {
				return Optional.empty();
			}
			return read(consumer, new HashMap<>(Map.of(place, new Range(offset, offset + 1)))).stream()
				.filter(it -> it.offset() == offset)
				.findFirst();
		});
	}

	static String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
	}

	private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
		byte[] value = record.value() == null ? new byte[0] : record.value();
		String text = new String(value, 0, Math.min(value.length, 4 * SHOWN), StandardCharsets.UTF_8);
		return new DeadLetter(original(new TopicPartition(record.topic(), record.partition())), record.partition(), record.offset(),
				Instant.ofEpochMilli(record.timestamp()), header(record, DeadLetters.KIND), header(record, DeadLetters.CAUSE),
				header(record, DeadLetters.SERVICE), value.length, text.substring(0, Math.min(SHOWN, text.length())), null);
	}

	private static List<ConsumerRecord<String, byte[]>> read(Consumer<String, byte[]> consumer, Map<TopicPartition, Range> wanted) {
		wanted.values().removeIf(range -> range.begin >= range.end);
		consumer.assign(wanted.keySet());
		wanted.forEach((partition, range) -> consumer.seek(partition, range.begin));
		List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (wanted.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue().end) && System.nanoTime() < deadline) {
			for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
				Range range = wanted.get(new TopicPartition(record.topic(), record.partition()));
				if (range != null && record.offset() < range.end) {
					records.add(record);
				}
			}
		}
		return records;
	}

	private static Map<TopicPartition, Range> ranges(Consumer<String, byte[]> consumer, List<String> topics) {
		List<TopicPartition> partitions = topics.stream()
			.flatMap(topic -> consumer.partitionsFor(Topics.deadLetters(topic), PATIENCE).stream())
			.map(it -> new TopicPartition(it.topic(), it.partition()))
			.toList();
		// Otherwise the client warns, per partition and question, that it has nowhere to note the answer.
		consumer.assign(partitions);
		Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
		Map<TopicPartition, Range> ranges = new HashMap<>();
		consumer.endOffsets(partitions, PATIENCE).forEach((partition, end) -> {
			if (end > begins.getOrDefault(partition, 0L)) {
				ranges.put(partition, new Range(begins.getOrDefault(partition, 0L), end));
			}
		});
		return ranges;
	}

	private <T> T with(Function<Consumer<String, byte[]>, T> work) {
		var properties = new Properties();
		properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "100");
		properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(4 * 1024 * 1024));
		places.acquireUninterruptibly();
		try (Consumer<String, byte[]> consumer = consumers.createConsumer("dead-letter-reader", "dead-letters", "", properties)) {
			return work.apply(consumer);
		}
		finally {
			places.release();
		}
	}

	private static String original(TopicPartition partition) {
		return partition.topic().substring(0, partition.topic().length() - Topics.deadLetters("").length());
	}

	private record Range(long begin, long end) {
	}
}
