package io.vigie.common.testing;

import io.vigie.common.json.VigieJson;
import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Speaks and listens on the broker as the other services would. What was said before this wire was made is not heard.
 */
public final class Wire implements DisposableBean {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final KafkaProducer<String, byte[]> producer;
	private final Contracts contracts = new Contracts(VigieJson.mapper());
	private final Map<String, List<Heard>> heard = new ConcurrentHashMap<>();
	private final List<Thread> ears = new CopyOnWriteArrayList<>();
	private volatile boolean open = true;

	public Wire() {
		producer = new KafkaProducer<>(properties(Map.of("acks", "all", "linger.ms", "0")), new StringSerializer(),
				new ByteArraySerializer());
	}

	/** Delivery is at least once, so tests say everything twice. */
	public void sendTwice(String topic, String key, Message<?> message) {
		send(topic, key, message);
		send(topic, key, message);
	}

	public void send(String topic, String key, Message<?> message) {
		sendRaw(topic, key, contracts.write(message));
	}

	public void sendRaw(String topic, String key, byte[] bytes) {
		try {
			producer.send(new ProducerRecord<>(topic, key, bytes)).get();
		}
		catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Starts to listen from the beginning of the topic, if it doesn't yet. */
	public void listen(String topic) {
		heard.computeIfAbsent(topic, this::startListening);
	}

	/** Everything readable heard on the topic so far. */
	public List<Message<?>> received(String topic) {
		listen(topic);
		List<Message<?>> messages = new ArrayList<>();
		for (Heard each : heard.getOrDefault(topic, List.of())) {
			messages.add(each.message());
		}
		return messages;
	}

	public <T extends Body> List<Message<T>> received(String topic, Class<T> type) {
		List<Message<T>> messages = new ArrayList<>();
		for (Message<?> message : received(topic)) {
			if (type.isInstance(message.data())) {
				@SuppressWarnings("unchecked")
				Message<T> typed = (Message<T>) message;
				messages.add(typed);
			}
		}
		return messages;
	}

	/** Raw records, for dead letters and headers. */
	public List<ConsumerRecord<String, byte[]>> records(String topic) {
		listen(topic);
		return heard.getOrDefault(topic, List.of()).stream().map(it -> it.record).toList();
	}

	public <T extends Body> Message<T> await(String topic, Class<T> type, Predicate<? super T> wanted) {
		return Awaitility.await("a " + type.getSimpleName() + " on " + topic)
			.atMost(PATIENCE)
			.until(() -> received(topic, type).stream().filter(it -> wanted.test(it.data())).findFirst(),
					it -> it.isPresent())
			.orElseThrow();
	}

	/** The dead letter whose value is exactly these bytes. */
	public ConsumerRecord<String, byte[]> awaitDeadLetter(String topic, byte[] bytes) {
		return Awaitility.await("a dead letter of " + topic)
			.atMost(PATIENCE)
			.until(() -> records(Topics.deadLetters(topic)).stream()
				.filter(it -> java.util.Arrays.equals(it.value(), bytes))
				.findFirst(), it -> it.isPresent())
			.orElseThrow();
	}

	@Override
	public void destroy() {
		open = false;
		ears.forEach(Thread::interrupt);
		producer.close(Duration.ZERO);
	}

	private List<Heard> startListening(String topic) {
		List<Heard> records = new CopyOnWriteArrayList<>();
		ears.add(Thread.ofVirtual().start(() -> hear(topic, records)));
		return records;
	}

	private void hear(String topic, List<Heard> records) {
		Properties properties = properties(
				Map.of("auto.offset.reset", "earliest", "group.id", "wire-" + UUID.randomUUID(), "fetch.max.wait.ms", "50"));
		try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = List.of();
			while (open && partitions.isEmpty()) {
				partitions = consumer.partitionsFor(topic).stream().map(it -> new TopicPartition(topic, it.partition())).toList();
			}
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			while (open) {
				consumer.poll(Duration.ofMillis(100)).forEach(it -> records.add(new Heard(it)));
			}
		}
		catch (org.apache.kafka.common.errors.InterruptException _) {
			// closed
		}
	}

	private static Properties properties(Map<String, String> values) {
		Properties properties = new Properties();
		properties.putAll(values);
		properties.put("bootstrap.servers", RealInfrastructure.addresses().kafka());
		return properties;
	}

	/** Read once, however often somebody asks whether what he waits for is among it. */
	private final class Heard {

		private final ConsumerRecord<String, byte[]> record;
		private volatile @Nullable Message<?> read;

		private Heard(ConsumerRecord<String, byte[]> record) {
			this.record = record;
		}

		private Message<?> message() {
			Message<?> message = read;
			if (message == null) {
				message = contracts.read(record.topic(), record.value());
				read = message;
			}
			return message;
		}
	}
}
