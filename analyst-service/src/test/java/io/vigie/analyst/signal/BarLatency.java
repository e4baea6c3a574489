package io.vigie.analyst.signal;

import io.vigie.analyst.AnalystService;
import io.vigie.analyst.MarketFixtures;
import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Measures from handing a bar to the producer until the proposal is in a reader's hands, against the same two hops with an echo
 * in the middle, side by side on one broker. Run by hand.
 */
final class BarLatency {

	private static final int BARS = Integer.getInteger("bars", 2000);
	private static final int ROUNDS = Integer.getInteger("rounds", 4);
	private static final long PAUSE_NANOS = 1_000_000_000L / Integer.getInteger("rate", 100);
	private static final int SYMBOLS = 10;

	private final Contracts contracts;
	private final Map<UUID, Long> sentAt = new ConcurrentHashMap<>();
	private final List<Long> proposals = new ArrayList<>();
	private final List<Long> echoes = new ArrayList<>();
	private int minute;

	private BarLatency(Contracts contracts) {
		this.contracts = contracts;
	}

	public static void main(String[] args) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.kafka.consumer.group-id=bar-latency",
				"--logging.level.root=WARN", "--vigie.bots[0].name=bench", "--vigie.bots[0].strategy=every-bar",
				"--vigie.bots[0].timeframe=1s", "--vigie.bots[0].capital=1"));
		for (int i = 0; i < SYMBOLS; i++) {
			arguments.add("--vigie.bots[0].symbols[" + i + "]=L" + i + "/USD");
		}
		try (var context = new SpringApplicationBuilder(AnalystService.class).initializers(new RealInfrastructure())
			.run(arguments.toArray(String[]::new))) {
			new BarLatency(context.getBean(Contracts.class)).run();
		}
		Runtime.getRuntime().halt(0);
	}

	private void run() {
		var producer = new KafkaProducer<>(properties(Map.of("linger.ms", "0", "acks", "all")), new StringSerializer(), new ByteArraySerializer());
		producer.send(new ProducerRecord<>(Topics.PORTFOLIOS, "bench", contracts.write(MarketFixtures.flat("bench", 1))));
		Thread.ofPlatform().daemon().start(() -> hear(Topics.PROPOSALS, proposals));
		Thread.ofPlatform().daemon().start(() -> hear(Topics.ALERTS, echoes));
		Thread.ofPlatform().daemon().start(this::echo);
		for (int round = 0; round <= ROUNDS; round++) {
			for (int i = 0; i < BARS; i++) {
				minute++;
				tell(producer, Topics.BARS, bar("L" + i % SYMBOLS + "/USD"));
				LockSupport.parkNanos(PAUSE_NANOS / 2);
				tell(producer, Topics.CONNECTIONS, bar("E" + i % SYMBOLS + "/USD"));
				LockSupport.parkNanos(PAUSE_NANOS / 2);
			}
			LockSupport.parkNanos(500_000_000L);
			IO.println("%s proposal %s   echo %s".formatted(round == 0 ? "warm-up" : "round " + round, summary(proposals), summary(echoes)));
		}
	}

	private Message<?> bar(String symbol) {
		BigDecimal price = BigDecimal.valueOf(100 + minute % 7);
		return MarketFixtures.told(new Bar(symbol, Timeframe.S1, MarketFixtures.START.plusSeconds(2L * minute), price, price, price, price,
				BigDecimal.ONE, 1, minute), Clock.systemUTC().instant());
	}

	private void tell(KafkaProducer<String, byte[]> producer, String topic, Message<?> message) {
		byte[] bytes = contracts.write(message);
		sentAt.put(message.id(), System.nanoTime());
		producer.send(new ProducerRecord<>(topic, topic.equals(Topics.BARS) ? message.id().toString() : "echo", bytes));
	}

	/** Reads, parses, writes and sends on: what no service can do without. */
	private void echo() {
		try (var consumer = consumer(Topics.CONNECTIONS);
				var producer = new KafkaProducer<>(properties(Map.of("linger.ms", "0", "acks", "all")), new StringSerializer(), new ByteArraySerializer())) {
			while (true) {
				for (var record : consumer.poll(Duration.ofSeconds(1))) {
					producer.send(new ProducerRecord<>(Topics.ALERTS, "echo", contracts.write(contracts.read(Topics.BARS, record.value()))));
				}
			}
		}
	}

	private void hear(String topic, List<Long> latencies) {
		try (var consumer = consumer(topic)) {
			while (true) {
				for (var record : consumer.poll(Duration.ofSeconds(1))) {
					long now = System.nanoTime();
					Message<?> message = contracts.read(topic.equals(Topics.ALERTS) ? Topics.BARS : topic, record.value());
					Long sent = sentAt.get(message.correlationId());
					if (sent != null) {
						synchronized (latencies) {
							latencies.add(now - sent);
						}
					}
				}
			}
		}
	}

	private static String summary(List<Long> latencies) {
		synchronized (latencies) {
			long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
			latencies.clear();
			return sorted.length == 0 ? "none" : "n %d p50 %.2f ms p99 %.2f ms".formatted(sorted.length, sorted[sorted.length / 2] / 1e6,
					sorted[(int) (sorted.length * 0.99)] / 1e6) + (Arrays.stream(sorted).anyMatch(it -> it < 0) ? " (clock!)" : "");
		}
	}

	private static KafkaConsumer<String, byte[]> consumer(String topic) {
		var consumer = new KafkaConsumer<>(properties(Map.of("fetch.max.wait.ms", "500")), new StringDeserializer(), new ByteArrayDeserializer());
		var partitions = consumer.partitionsFor(topic).stream().map(it -> new TopicPartition(topic, it.partition())).toList();
		consumer.assign(partitions);
		consumer.seekToEnd(partitions);
		return consumer;
	}

	private static Properties properties(Map<String, String> values) {
		Properties properties = new Properties();
		properties.putAll(values);
		properties.put("bootstrap.servers", RealInfrastructure.addresses().kafka());
		return properties;
	}
}
