package io.vigie.sentinel.feed;

import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.UnreadableMessage;
import io.vigie.common.message.TradePrinted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * What an earlier life of this service told last of each symbol: what it saved every second, and what the topic holds beyond
 * that, so that even a service that was killed repeats nothing. Read once.
 */
@Component
class Told {

	private static final Logger log = LoggerFactory.getLogger(Told.class);
	/** Clocks and saves are not that exact. */
	private static final Duration MARGIN = Duration.ofSeconds(10);
	private static final Duration POLL = Duration.ofMillis(100);
	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Cursors cursors;
	private final ConsumerFactory<Object, Object> consumers;
	private final Contracts contracts;
	private @Nullable Map<String, Position> positions;

	Told(Cursors cursors, ConsumerFactory<Object, Object> consumers, Contracts contracts) {
		this.cursors = cursors;
		this.consumers = consumers;
		this.contracts = contracts;
	}

	synchronized Optional<Position> position(String symbol) {
		if (positions == null) {
			positions = read();
		}
		return Optional.ofNullable(positions.get(symbol));
	}

	private Map<String, Position> read() {
		Map<String, Position> read = new HashMap<>(cursors.all());
		Optional<Instant> savedAt = cursors.savedAt();
		if (savedAt.isPresent()) {
			try (Consumer<Object, Object> consumer = consumers.createConsumer("sentinel", "-tail")) {
				readOn(consumer, savedAt.get().minus(MARGIN), (symbol, position) -> read.merge(symbol, position,
						(a, b) -> a.compareTo(b) > 0 ? a : b));
			}
			catch (KafkaException e) {
				log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage()))
						.log("The end of the ticks can't be read: some may be told again");
			}
		}
		return read;
	}

	private void readOn(Consumer<Object, Object> consumer, Instant since, BiConsumer<String, Position> taker) {
		List<TopicPartition> partitions = consumer.partitionsFor(Topics.TICKS).stream().map(it ->
				new TopicPartition(it.topic(), it.partition())).toList();
		consumer.assign(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		Map<TopicPartition, OffsetAndTimestamp> starts = consumer
			.offsetsForTimes(partitions.stream().collect(Collectors.toMap(it -> it, _ -> since.toEpochMilli())));
		List<TopicPartition> wanted = partitions.stream().filter(it -> starts.get(it) != null).toList();
		consumer.assign(wanted);
		wanted.forEach(it -> consumer.seek(it, Objects.requireNonNull(starts.get(it)).offset()));
		long deadline = System.nanoTime() + LIMIT.toNanos();
		while (wanted.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))
				&& System.nanoTime() < deadline) {
			consumer.poll(POLL).forEach(record -> take(record, taker));
		}
	}

	private void take(ConsumerRecord<Object, Object> record, BiConsumer<String, Position> taker) {
		try {
			if (record.value() instanceof byte[] bytes && contracts.read(Topics.TICKS, bytes)
					.data() instanceof TradePrinted printed) {
				taker.accept(printed.tick().symbol(), Position.of(printed.tick()));
			}
		}
		catch (UnreadableMessage _) {
			// not ours
		}
	}
}
