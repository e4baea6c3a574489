package io.vigie.local.bench;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the broker does at best: plain clients that pass a message on through four topics, nothing parsed, and nothing done before but
 * what the step says. One thread, one consumer and one producer a hop; {@code acks=all}, no lingering.
 */
final class Echo implements AutoCloseable {

	/** What a hop does with a message before it passes it on. For one thread. */
	interface Step extends AutoCloseable {

		Step NOTHING = (_, _) -> {
		};

		void take(int hop, byte[] message) throws SQLException;

		@Override
		default void close() throws SQLException {
			// Most hold nothing.
		}
	}

	static final int HOPS = 4;

	private static final int BYTES = 200;

	private static final Duration POLL = Duration.ofMillis(100);

	private static final long PATIENCE_MILLIS = 5_000;

	private final String name;

	private final String bootstrap;

	private final List<Thread> threads = new ArrayList<>();

	private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

	private final KafkaProducer<byte[], byte[]> first;

	private volatile boolean open = true;

	/**
	 * @param name a word for its topics
	 * @param steps asked once a hop
	 */
	Echo(String name, String bootstrap, Supplier<Step> steps) throws InterruptedException {
		this.name = name;
		this.bootstrap = bootstrap;
		create();
		first = producer();
		for (int hop = 1; hop <= HOPS; hop++) {
			int number = hop;
			Step step = steps.get();
			threads.add(Thread.ofPlatform().daemon().name(name + "-" + hop).start(() -> pass(number, step)));
		}
	}

	/** How long each message took from end to end, in milliseconds. */
	Sample run(int seconds, int rate) throws InterruptedException {
		millis.clear();
		new Pace(rate).run(System.nanoTime(), seconds, _ -> send());
		long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (millis.size() < seconds * rate && System.nanoTime() < deadline) {
			Thread.sleep(20);
		}
		return new Sample(List.copyOf(millis));
	}

	private void send() {
		first.send(new ProducerRecord<>(topic(1), ByteBuffer.allocate(BYTES).putLong(System.nanoTime()).array()));
	}

	private void pass(int hop, Step step) {
		try (step; KafkaConsumer<byte[], byte[]> consumer = consumer(hop); KafkaProducer<byte[], byte[]> producer = producer()) {
			while (open) {
				for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
					step.take(hop, each.value());
					if (hop < HOPS) {
						producer.send(new ProducerRecord<>(topic(hop + 1), each.value()));
					}
					else {
						millis.add((System.nanoTime() - ByteBuffer.wrap(each.value()).getLong()) / 1e6);
					}
				}
			}
		}
		catch (SQLException e) {
			throw new IllegalStateException("The echo has lost its database", e);
		}
	}

	private void create() throws InterruptedException {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
			List<NewTopic> topics = new ArrayList<>();
			for (int hop = 1; hop <= HOPS; hop++) {
				topics.add(new NewTopic(topic(hop), 1, (short) 1));
			}
			admin.createTopics(topics).all().get();
		}
		catch (ExecutionException e) {
			throw new IllegalStateException("The topics of the echo cannot be created", e.getCause());
		}
	}

	private KafkaProducer<byte[], byte[]> producer() {
		return new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.ACKS_CONFIG, "all",
				ProducerConfig.LINGER_MS_CONFIG, 0), new ByteArraySerializer(), new ByteArraySerializer());
	}

	private KafkaConsumer<byte[], byte[]> consumer(int hop) {
		KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false), new ByteArrayDeserializer(), new ByteArrayDeserializer());
		List<TopicPartition> partition = List.of(new TopicPartition(topic(hop), 0));
		consumer.assign(partition);
		consumer.seekToBeginning(partition);
		return consumer;
	}

	private String topic(int hop) {
		return "bench." + name + "-" + hop;
	}

	@Override
	public void close() throws InterruptedException {
		open = false;
		for (Thread thread : threads) {
			thread.join(PATIENCE_MILLIS);
		}
		first.close(Duration.ofSeconds(2));
	}
}
