package io.vigie.sentinel.voice;

import io.vigie.common.kafka.Publisher;
import io.vigie.common.message.Message;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.KafkaException;
import org.springframework.stereotype.Component;

/**
 * Says things in the order they are given, per key. While the broker is away the producer's buffer fills; then the speaker is
 * held up until there is room, instead of losing what it says. Thread-safe.
 */
@Component
public final class Voice {

	private static final Logger log = LoggerFactory.getLogger(Voice.class);
	private static final long PAUSE_MILLIS = 200;

	private final Sender sender;

	@Autowired
	Voice(Publisher publisher) {
		this(publisher::send);
	}

	Voice(Sender sender) {
		this.sender = sender;
	}

	/** Completes when the broker has acknowledged; returns when the message has its place in the order. */
	public CompletableFuture<?> say(String topic, String key, Message<?> message) throws InterruptedException {
		CompletableFuture<?> sent = trySaying(topic, key, message);
		if (sent.isCompletedExceptionally()) {
			log.atWarn().addKeyValue("topic", topic).addKeyValue("cause", String.valueOf(sent.exceptionNow()
					.getMessage()))
				.log("The message broker takes nothing now, holding up");
		}
		while (sent.isCompletedExceptionally()) {
			Thread.sleep(PAUSE_MILLIS);
			sent = trySaying(topic, key, message);
		}
		return sent;
	}

	/** Says it if it can be said at once; nothing depends on it. */
	public void mention(String topic, String key, Message<?> message) {
		trySaying(topic, key, message);
	}

	/** Of a producer without room one hears by exception, of a broker that refuses by future; here it is all one. */
	private CompletableFuture<?> trySaying(String topic, String key, Message<?> message) {
		try {
			return sender.send(topic, key, message);
		}
		catch (KafkaException | org.apache.kafka.common.KafkaException e) {
			return CompletableFuture.failedFuture(e);
		}
	}

	/** How a message gets to the broker. */
	@FunctionalInterface
	interface Sender {

		CompletableFuture<?> send(String topic, String key, Message<?> message);
	}
}
