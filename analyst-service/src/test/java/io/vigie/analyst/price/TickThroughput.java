package io.vigie.analyst.price;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.analyst.AnalystService;
import io.vigie.analyst.MarketFixtures;
import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Topics;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Measures, round by round on one broker, how fast ticks reach the analyst and how fast a raw consumer could read them. Run by hand. */
final class TickThroughput {

	private static final int TICKS = Integer.getInteger("ticks", 400_000);
	private static final int ROUNDS = Integer.getInteger("rounds", 5);
	/** The first three are traded by the default bots, so their bars are formed too. */
	private static final List<String> SYMBOLS = List.of("BTC/USD", "ETH/USD", "AAPL", "T3/USD", "T4/USD", "T5/USD");

	private final Contracts contracts;
	private final MeterRegistry metrics;
	private final KafkaListenerEndpointRegistry listeners;

	private TickThroughput(ConfigurableApplicationContext context) {
		contracts = context.getBean(Contracts.class);
		metrics = context.getBean(MeterRegistry.class);
		listeners = context.getBean(KafkaListenerEndpointRegistry.class);
	}

	public static void main(String[] args) {
		try (var context = new SpringApplicationBuilder(AnalystService.class).initializers(new RealInfrastructure())
			.run("--server.port=0", "--spring.kafka.consumer.group-id=tick-throughput", "--logging.level.root=WARN")) {
			new TickThroughput(context).run();
		}
		Runtime.getRuntime().halt(0);
	}

	private void run() {
		for (int round = 0; round <= ROUNDS; round++) {
			stop();
			Map<TopicPartition, Long> from = ends();
			produce(round);
			double raw = raw(from);
			double analyst = analyst();
			IO.println("%s raw %,9.0f/s   analyst %,9.0f/s   ratio %.3f".formatted(round == 0 ? "warm-up" : "round " + round, raw,
					analyst, analyst / raw));
		}
	}

	private void produce(int round) {
		Clock clock = Clock.systemUTC();
		try (var producer = new KafkaProducer<>(properties(Map.of("linger.ms", "5", "batch.size", "131072", "compression.type", "lz4")),
				new StringSerializer(), new ByteArraySerializer())) {
			for (int i = 0; i < TICKS; i++) {
				String symbol = SYMBOLS.get(i % SYMBOLS.size());
				long sequence = (long) round * TICKS + i;
				var tick = new Tick(symbol, sequence, MarketFixtures.START.plusMillis(sequence), BigDecimal.valueOf(80_000 + i % 977, 2),
						BigDecimal.valueOf(1 + i % 7919, 8));
				producer.send(new ProducerRecord<>(Topics.TICKS, symbol, contracts.write(MarketFixtures.told(tick, clock.instant()))));
			}
		}
	}

	private static double raw(Map<TopicPartition, Long> from) {
		try (var consumer = consumer()) {
			consumer.assign(from.keySet());
			from.forEach(consumer::seek);
			long seen = 0;
			long bytes = 0;
			long begin = 0;
			while (seen < TICKS) {
				for (var record : consumer.poll(Duration.ofSeconds(1))) {
					begin = begin == 0 ? System.nanoTime() : begin;
					seen++;
					bytes += record.value().length;
				}
			}
			return perSecond(begin) + 0 * bytes;
		}
	}

	private double analyst() {
		double before = metrics.counter("analyst.ticks").count();
		listeners.getListenerContainer("ticks").start();
		while (metrics.counter("analyst.ticks").count() == before) {
			LockSupport.parkNanos(100_000);
		}
		long begin = System.nanoTime();
		double already = metrics.counter("analyst.ticks").count() - before;
		while (metrics.counter("analyst.ticks").count() < before + TICKS) {
			LockSupport.parkNanos(1_000_000);
		}
		return perSecond(begin) * (TICKS - already) / TICKS;
	}

	private void stop() {
		listeners.getListenerContainer("ticks").stop();
	}

	private static Map<TopicPartition, Long> ends() {
		try (var consumer = consumer()) {
			Collection<TopicPartition> partitions = consumer.partitionsFor(Topics.TICKS).stream()
				.map(it -> new TopicPartition(it.topic(), it.partition())).toList();
			return consumer.endOffsets(partitions);
		}
	}

	private static double perSecond(long begin) {
		return TICKS * 1e9 / (System.nanoTime() - begin);
	}

	private static KafkaConsumer<String, byte[]> consumer() {
		return new KafkaConsumer<>(properties(Map.of()), new StringDeserializer(), new ByteArrayDeserializer());
	}

	private static Properties properties(Map<String, String> values) {
		Properties properties = new Properties();
		properties.putAll(values);
		properties.put("bootstrap.servers", RealInfrastructure.addresses().kafka());
		return properties;
	}
}
