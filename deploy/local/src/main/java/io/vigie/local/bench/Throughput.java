package io.vigie.local.bench;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How fast the analyst works off a backlog of ticks, and how fast a consumer that does nothing reads the very same records. The
 * backlog is made while the analyst is held by {@code SIGSTOP}, so that writing it does not count against reading it.
 */
final class Throughput implements AutoCloseable {

	private static final String TICKS = "sentinel.ticks.v1";

	private static final String GROUP = "analyst";

	private static final Duration POLL = Duration.ofMillis(200);

	/** The group coordinator counts a silent member as gone after ten seconds. */
	private static final long LONGEST_HOLD_NANOS = 6_000_000_000L;

	private static final long PATIENCE_NANOS = 120_000_000_000L;

	/** Records a second. */
	record Rates(long ticks, double platform, double raw) {

		double ratio() {
			return platform / raw;
		}
	}

	private final String bootstrap;

	private final List<String> symbols;

	private final Admin admin;

	private long sequence = 1_000_000_000L;

	Throughput(String bootstrap, List<String> symbols) {
		this.bootstrap = bootstrap;
		this.symbols = symbols;
		this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
	}

	/** @param market the market's time, which the ticks begin at */
	Rates run(long analyst, int ticks, Instant market) throws InterruptedException, IOException {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
			List<TopicPartition> partitions = consumer.partitionsFor(TICKS).stream()
					.map(each -> new TopicPartition(TICKS, each.partition())).toList();
			signal(analyst, "STOP");
			Map<TopicPartition, Long> from;
			Map<TopicPartition, Long> to;
			try {
				from = consumer.endOffsets(partitions);
				produce(ticks, market);
				to = consumer.endOffsets(partitions);
			}
			finally {
				signal(analyst, "CONT");
			}
			long count = sum(to) - sum(from);
			double platform = awaitAnalyst(from, to);
			double raw = read(consumer, partitions, from, count);
			return new Rates(count, platform, raw);
		}
	}

	private void produce(int ticks, Instant market) {
		long deadline = System.nanoTime() + LONGEST_HOLD_NANOS;
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
				ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024, ProducerConfig.COMPRESSION_TYPE_CONFIG,
				"lz4"), new ByteArraySerializer(), new ByteArraySerializer())) {
			for (int i = 0; i < ticks && System.nanoTime() < deadline; i++) {
				String symbol = symbols.get(i % symbols.size());
				producer.send(new ProducerRecord<>(TICKS, symbol.getBytes(StandardCharsets.UTF_8), tick(symbol, market.plusNanos(i * 1_000L))));
			}
		}
	}

	/** As the sentinel writes it, field for field. */
	private byte[] tick(String symbol, Instant at) {
		UUID id = new UUID(0x0000_0000_0000_5000L, 0x8000_0000_0000_0000L | ++sequence);
		return ("{\"id\":\"%1$s\",\"from\":\"sentinel\",\"to\":\"all\",\"version\":1,\"at\":\"%2$s\",\"correlation_id\":\"%1$s\",\"data\":{\"tick\":"
				+ "{\"symbol\":\"%3$s\",\"sequence\":%4$d,\"at\":\"%2$s\",\"price\":\"100.0%5$d\",\"size\":\"0.0123\"}},\"message_type\":\"trade-printed\"}")
				.formatted(id, at, symbol, sequence, sequence % 10).getBytes(StandardCharsets.UTF_8);
	}

	/** By what it has committed, which it does after every batch. */
	private double awaitAnalyst(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) throws InterruptedException {
		long began = System.nanoTime();
		while (System.nanoTime() - began < PATIENCE_NANOS) {
			if (committed(to) >= sum(to)) {
				return rate(sum(to) - sum(from), began);
			}
			Thread.sleep(20);
		}
		throw new Refusal("The analyst has not worked off %d ticks within two minutes: see ./vigie logs analyst."
				.formatted(sum(to) - sum(from)));
	}

	private long committed(Map<TopicPartition, Long> to) throws InterruptedException {
		try {
			var offsets = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
			return to.keySet().stream().mapToLong(each -> offsets.get(each) == null ? 0 : offsets.get(each).offset()).sum();
		}
		catch (ExecutionException e) {
			return 0;
		}
	}

	private static double read(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> from,
			long count) {
		consumer.assign(partitions);
		partitions.forEach(each -> consumer.seek(each, from.getOrDefault(each, 0L)));
		long began = System.nanoTime();
		for (long read = 0; read < count; ) {
			read += consumer.poll(POLL).count();
		}
		return rate(count, began);
	}

	private static double rate(long count, long began) {
		return count / ((System.nanoTime() - began) / 1e9);
	}

	private static long sum(Map<TopicPartition, Long> offsets) {
		return offsets.values().stream().mapToLong(Long::longValue).sum();
	}

	private static void signal(long process, String name) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
	}

	private KafkaConsumer<byte[], byte[]> consumer() {
		return new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
				false), new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	@Override
	public void close() {
		admin.close();
	}
}
