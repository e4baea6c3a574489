package io.vigie.executor.schedule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** What the message broker has taken, in the order it has taken it. */
public final class ModelLog extends KafkaTemplate<String, byte[]> {

	private static final int ID_BEGINS = "{\"id\":\"".length();
	private static final int ID_ENDS = ID_BEGINS + 36;

	private final World world;
	private final List<Entry> entries = new ArrayList<>();

	ModelLog(World world) {
		super(new DefaultKafkaProducerFactory<>(Map.of()));
		this.world = world;
	}

	@Override
	public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
		world.crash.pass("before publishing");
		if (world.suffers(Fault.PUBLISH_REFUSED, 2)) {
			return CompletableFuture.failedFuture(new TimeoutException("not taken"));
		}
		entries.add(new Entry(record.topic(), record.key(), idIn(record.value())));
		world.crash.pass("after publishing");
		if (world.suffers(Fault.PUBLISH_UNANSWERED, 2)) {
			return CompletableFuture.failedFuture(new TimeoutException("taken, and not said so"));
		}
		return CompletableFuture.completedFuture(new SendResult<>(record, null));
	}

	/** Per topic and key, each message where it came first: what a reader acts on that takes every message once. */
	public Map<String, List<UUID>> firsts() {
		Map<String, List<UUID>> firsts = new HashMap<>();
		for (Entry entry : entries) {
			List<UUID> ids = firsts.computeIfAbsent(entry.topic + " " + entry.key, _ -> new ArrayList<>());
			if (!ids.contains(entry.id)) {
				ids.add(entry.id);
			}
		}
		return firsts;
	}

	public List<String> deadLetters() {
		return entries.stream().filter(it -> it.topic.endsWith("-dlt")).map(Entry::toString).toList();
	}

	private static UUID idIn(byte[] message) {
		return UUID.fromString(new String(message, ID_BEGINS, ID_ENDS - ID_BEGINS, StandardCharsets.US_ASCII));
	}

	/** Takes everything and keeps nothing. */
	static KafkaTemplate<String, byte[]> deaf() {
		return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())) {
			@Override
			public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
				return CompletableFuture.completedFuture(new SendResult<>(record, null));
			}
		};
	}

	private record Entry(String topic, String key, UUID id) {
	}
}
