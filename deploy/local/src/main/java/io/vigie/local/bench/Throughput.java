package io.vigie.local.bench;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast the analyst works off a backlog of ticks, and how fast a consumer that does nothing reads the very same records. The
 * backlog is made while the analyst is held by {@code SIGSTOP}, so that writing it does not count against reading it.
 */
final class Throughput implements AutoCloseable {

	private static final String TICKS = "sentinel.ticks.v1";

	private static final Duration POLL = Duration.ofMillis(200);

	/** The group coordinator counts a silent member as gone after ten seconds. */
	private static final long LONGEST_HOLD_NANOS = 6_000_000_000L;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Records a second. */
	record Rates(long ticks, double platform, double raw) {

		double ratio() {
			return platform / raw;
		}
	}

	private final String bootstrap;

	private final List<String> symbols;

	private final HttpClient http = HttpClient.newHttpClient();

	private final HttpRequest prices;

	private long sequence = 1_000_000_000L;

	/** @param analyst its address */
	Throughput(String bootstrap, String analyst, List<String> symbols) {
		this.bootstrap = bootstrap;
		this.symbols = symbols;
		this.prices = HttpRequest.newBuilder(URI.create(analyst + "/analyst/status")).timeout(PATIENCE).build();
	}

	/** @param market the market's time, which the ticks begin at */
	Rates run(long analyst, int ticks, Instant market) throws InterruptedException, IOException {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
			List<TopicPartition> partitions = consumer.partitionsFor(TICKS).stream()
					.map(each -> new TopicPartition(TICKS, each.partition())).toList();
			signal(analyst, "STOP");
			Map<TopicPartition, Long> from;
			Map<String, Instant> last;
			try {
				from = consumer.endOffsets(partitions);
				last = produce(ticks, market);
			}
			finally {
				signal(analyst, "CONT");
			}
			long began = System.nanoTime();
			long count = sum(consumer.endOffsets(partitions)) - sum(from);
			awaitAnalyst(last);
			return new Rates(count, rate(count, began), read(consumer, partitions, from, count));
		}
	}

	/** Returns when the last tick of each symbol was, market time. */
	private Map<String, Instant> produce(int ticks, Instant market) {
		Map<String, Instant> last = new HashMap<>();
		long deadline = System.nanoTime() + LONGEST_HOLD_NANOS;
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
				ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024, ProducerConfig.COMPRESSION_TYPE_CONFIG,
				"lz4"), new ByteArraySerializer(), new ByteArraySerializer())) {
			for (int i = 0; i < ticks && System.nanoTime() < deadline; i++) {
				String symbol = symbols.get(i % symbols.size());
				Instant at = market.plusNanos(i * 1_000L);
				producer.send(new ProducerRecord<>(TICKS, symbol.getBytes(StandardCharsets.UTF_8), tick(symbol, at)));
				last.put(symbol, at);
			}
		}
		return last;
	}

	/** As the sentinel writes it, field for field. */
	private byte[] tick(String symbol, Instant at) {
		UUID id = new UUID(0x0000_0000_0000_5000L, 0x8000_0000_0000_0000L | ++sequence);
		return ("{\"id\":\"%1$s\",\"from\":\"sentinel\",\"to\":\"all\",\"version\":1,\"at\":\"%2$s\",\"correlation_id\":\"%1$s\",\"data\":{\"tick\":"
				+ "{\"symbol\":\"%3$s\",\"sequence\":%4$d,\"at\":\"%2$s\",\"price\":\"100.0%5$d\",\"size\":\"0.0123\"}},\"message_type\":\"trade-printed\"}")
				.formatted(id, at, symbol, sequence, sequence % 10).getBytes(StandardCharsets.UTF_8);
	}

	/** By the prices it shows. */
	private void awaitAnalyst(Map<String, Instant> last) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!hasSeen(last)) {
			if (System.nanoTime() > deadline) {
				throw new Refusal("The analyst has not worked off its ticks within two minutes: see ./vigie logs analyst.");
			}
			Thread.sleep(20);
		}
	}

	private boolean hasSeen(Map<String, Instant> last) throws InterruptedException {
		try {
			Map<String, Instant> seen = new HashMap<>();
			JSON.readTree(http.send(prices, HttpResponse.BodyHandlers.ofString()).body()).path("prices")
				.forEach(it -> seen.put(it.path("symbol").asString(""), Instant.parse(it.path("at").asString(""))));
			return last.entrySet().stream().noneMatch(it -> seen.getOrDefault(it.getKey(), Instant.MIN).isBefore(it.getValue()));
		}
		catch (IOException | DateTimeException e) {
			return false;
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
		http.close();
	}
}
