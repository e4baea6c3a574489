package io.vigie.common.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where messages go that can't be read or handled: {@code <topic>-dlt}, same partition, the original bytes, and the cause
 * in the headers named here. Returns only when the broker has the letter, so that nothing is lost.
 */
public final class DeadLetters {

	/** {@code malformed}, {@code unknown-type}, {@code wrong-version}, {@code oversized}, {@code incomplete}, {@code unhandled}. */
	public static final String KIND = "vigie-kind";
	/** One sentence. */
	public static final String CAUSE = "vigie-cause";
	public static final String SERVICE = "vigie-service";
	public static final String ORIGINAL_OFFSET = "vigie-offset";

	private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
	private static final int LONGEST_CAUSE = 1000;

	private final Publisher publisher;
	private final Contracts contracts;
	private final String service;
	private final MeterRegistry metrics;

	DeadLetters(Publisher publisher, Contracts contracts, String service, MeterRegistry metrics) {
		this.publisher = publisher;
		this.contracts = contracts;
		this.service = service;
		this.metrics = metrics;
	}

	void unreadable(ConsumerRecord<Object, Object> record, byte[] bytes, UnreadableMessage e) {
		var letter = new ProducerRecord<>(Topics.deadLetters(record.topic()), record.partition(),
				(@Nullable String) record.key(), bytes);
		header(letter.headers(), ORIGINAL_OFFSET, Long.toString(record.offset()));
		send(record.topic(), letter, e.kind(), String.valueOf(e.getMessage()));
	}

	void unhandled(String topic, Message<?> message, Throwable e) {
		var letter = new ProducerRecord<String, byte[]>(Topics.deadLetters(topic), message.id().toString(),
				contracts.write(message));
		send(topic, letter, "unhandled", e.getClass().getSimpleName() + ": " + e.getMessage());
	}

	/** Puts a letter's original bytes back on its topic; returns when the broker has them. */
	public void putBack(String topic, @Nullable Integer partition, @Nullable String key, byte[] bytes) {
		Publisher.await(List.of(publisher.send(new ProducerRecord<>(topic, partition, key, bytes))));
		metrics.counter("messages.replayed", "topic", topic).increment();
		log.atWarn().addKeyValue("topic", topic).log("Dead letter put back");
	}

	private void send(String topic, ProducerRecord<String, byte[]> letter, String kind, String cause) {
		header(letter.headers(), KIND, kind);
		header(letter.headers(), CAUSE, cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)));
		header(letter.headers(), SERVICE, service);
		Publisher.await(List.of(publisher.send(letter)));
		metrics.counter("messages.dead", "topic", topic, "kind", kind).increment();
		log.atWarn().addKeyValue("topic", topic).addKeyValue("kind", kind).addKeyValue("cause", cause).log("Message put into the dead letters");
	}

	private static void header(Headers headers, String name, String value) {
		headers.add(name, value.getBytes(StandardCharsets.UTF_8));
	}
}
