package io.vigie.executor.price;

import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ListingRead;
import io.vigie.common.message.TradePrinted;
import io.vigie.common.work.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows the ticks of all symbols in every instance, without a group, and reads only the last of each batch and symbol:
 * however brisk the market, it costs next to nothing. What it misses is not missed: the next tick says the same. How the venue lets
 * things be traded is followed along with them, from the beginning: there is one word on each.
 */
@Component
class PriceFeed implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PriceFeed.class);
	private static final Duration POLL = Duration.ofMillis(500);
	private static final Duration STOP = Duration.ofSeconds(3);
	private static final Duration TROUBLED = Duration.ofSeconds(2);
	/** Enough of the past to know the last price of every symbol in most markets. */
	private static final long LOOK_BACK = 500;

	private final ConsumerFactory<?, ?> consumers;
	private final Contracts contracts;
	private final LastPrices prices;
	private final PriceSteps steps;
	private final AtomicReference<@Nullable Consumer<?, ?>> current = new AtomicReference<>();
	private final Worker worker = new Worker("price-feed", STOP);

	PriceFeed(ConsumerFactory<?, ?> consumers, Contracts contracts, LastPrices prices, PriceSteps steps) {
		this.consumers = consumers;
		this.contracts = contracts;
		this.prices = prices;
		this.steps = steps;
	}

	@Override
	public void start() {
		worker.start(this::run);
	}

	@Override
	public void stop() {
		worker.stop(() -> {
			Consumer<?, ?> consumer = current.get();
			if (consumer != null) {
				consumer.wakeup();
			}
		});
	}

	@Override
	public boolean isRunning() {
		return worker.goesOn();
	}

	private void run() {
		while (worker.goesOn()) {
			try (Consumer<?, ?> consumer = consumers.createConsumer(null, "-prices")) {
				current.set(consumer);
				follow(consumer);
			}
			catch (WakeupException _) {
				return;
			}
			catch (KafkaException e) {
				log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Ticks can't be followed now, trying again");
				worker.pause(TROUBLED);
			}
		}
	}

	private void follow(Consumer<?, ?> consumer) {
		List<TopicPartition> ticks = partitions(consumer, Topics.TICKS);
		List<TopicPartition> listings = partitions(consumer, Topics.LISTINGS);
		if (ticks.isEmpty() || listings.isEmpty()) {
			worker.pause(TROUBLED);
			return;
		}
		consumer.assign(Stream.concat(ticks.stream(), listings.stream()).toList());
		consumer.seekToBeginning(listings);
		consumer.endOffsets(ticks).forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - LOOK_BACK)));
		while (worker.goesOn()) {
			take(consumer.poll(POLL));
		}
	}

	private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
		return consumer.partitionsFor(topic).stream().map(it -> new TopicPartition(it.topic(), it.partition())).toList();
	}

	private void take(ConsumerRecords<?, ?> records) {
		Map<Object, ConsumerRecord<?, ?>> last = new HashMap<>();
		records.forEach(record -> last.put(record.topic() + " " + record.key(), record));
		for (ConsumerRecord<?, ?> record : last.values()) {
			if (record.value() instanceof byte[] bytes) {
				see(record.topic(), bytes);
			}
		}
	}

	private void see(String topic, byte[] bytes) {
		try {
			switch (contracts.read(topic, bytes).data()) {
				case TradePrinted(var tick) -> prices.saw(tick.symbol(), tick.price());
				case ListingRead(var listing, _) -> steps.saw(listing);
				default -> { }
			}
		}
		catch (RuntimeException e) {
			// The analyst, which acts on ticks, and risk, which acts on listings, put it into the dead letters.
			log.atDebug().addKeyValue("cause", String.valueOf(e.getMessage())).log("Message skipped");
		}
	}
}
