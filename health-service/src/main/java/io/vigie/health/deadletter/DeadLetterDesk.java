package io.vigie.health.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.DeadLetters;
import io.vigie.common.kafka.UnreadableMessage;
import io.vigie.common.message.AgentLogged;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Shows dead letters and puts them back. Putting one back twice does no harm: readers act on a message once. */
@Service
class DeadLetterDesk {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterDesk.class);

	private final LetterReader reader;
	private final ReplayBook book;
	private final DeadLetters letters;
	private final Contracts contracts;
	private final AgentLogs diary;
	private final Clock clock;
	private final MultiGauge waiting;

	DeadLetterDesk(LetterReader reader, ReplayBook book, DeadLetters letters, Contracts contracts, AgentLogs diary, Clock clock,
			MeterRegistry metrics) {
		this.reader = reader;
		this.book = book;
		this.letters = letters;
		this.contracts = contracts;
		this.diary = diary;
		this.clock = clock;
		this.waiting = MultiGauge.builder("health.deadletters").description("Dead letters that are kept").register(metrics);
	}

	List<TopicLetters> list(@Nullable String topic, int limit) {
		return reader.counts()
			.entrySet()
			.stream()
			.filter(it -> topic == null || topic.equals(it.getKey()))
			.map(it -> new TopicLetters(it.getKey(), it.getValue(),
					reader.last(it.getKey(), limit).stream().map(letter -> letter.replayed(book.last(letter).orElse(null))).toList()))
			.toList();
	}

	/** Empty where there is no such letter. */
	Optional<Replayed> replay(String topic, int partition, long offset) {
		return reader.find(topic, partition, offset).map(record -> {
			Instant now = clock.instant();
			putBack(topic, record);
			book.write(topic, partition, offset, now);
			String cause = LetterReader.header(record, DeadLetters.CAUSE);
			diary.log(AgentLogged.Kind.ACTION, null, "Put dead letter " + partition + "/" + offset + " back on " + topic + " (" + cause + ")",
					Map.of("topic", topic, "partition", Integer.toString(partition), "offset", Long.toString(offset)), null);
			return new Replayed(topic, partition, offset, now, book.count(topic, partition, offset));
		});
	}

	/** With the key and place it had: the letter's own, except where the letter lies under the message's id. */
	private void putBack(String topic, ConsumerRecord<String, byte[]> record) {
		if (LetterReader.header(record, DeadLetters.KIND).equals("unhandled")) {
			letters.putBack(topic, null, key(topic, record), record.value());
		}
		else {
			letters.putBack(topic, record.partition(), record.key(), record.value());
		}
	}

	private @Nullable String key(String topic, ConsumerRecord<String, byte[]> record) {
		try {
			return Keys.of(contracts.read(topic, record.value()).data());
		}
		catch (UnreadableMessage _) {
			return record.key();
		}
	}

	@Scheduled(initialDelay = 20, fixedRate = 30, timeUnit = TimeUnit.SECONDS)
	void count() {
		try {
			waiting.register(reader.counts().entrySet().stream()
				.<MultiGauge.Row<?>>map(it -> MultiGauge.Row.of(Tags.of("topic", it.getKey()), it.getValue()))
				.toList(), true);
		}
		catch (KafkaException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Dead letters can't be counted now");
		}
	}
}
