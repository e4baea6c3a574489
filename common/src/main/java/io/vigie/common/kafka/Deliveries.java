package io.vigie.common.kafka;

import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a batch to a desk. A desk takes it whole (one transaction for all) and must bear to see messages again. When it
 * fails, an outage is passed on to the container, which tries the same batch again and again; anything else is the fault of
 * one message, which is found by handing them over one at a time and put into the dead letters.
 */
public final class Deliveries {

	private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
	private static final int ATTEMPTS = 3;

	private final DeadLetters deadLetters;

	Deliveries(DeadLetters deadLetters) {
		this.deadLetters = deadLetters;
	}

	/** @throws RuntimeException while the database or the broker is out of reach; the same batch must come again */
	public <T extends Body> void deliver(List<Message<T>> batch, Consumer<List<Message<T>>> desk) {
		List<Message<T>> messages = readable(batch);
		if (messages.isEmpty()) {
			return;
		}
		try {
			desk.accept(messages);
		}
		catch (RuntimeException e) {
			rethrowOutage(e);
			messages.forEach(message -> deliverAlone(message, desk));
		}
	}

	/** What of the batch could be read; the rest is in the dead letters already. */
	public static <T extends Body> List<Message<T>> readable(List<Message<T>> batch) {
		List<Message<T>> messages = new ArrayList<>(batch.size());
		for (Object message : (List<?>) batch) {
			if (message instanceof Message<?>) {
				@SuppressWarnings("unchecked")
				Message<T> readable = (Message<T>) message;
				messages.add(readable);
			}
		}
		return messages;
	}

	private <T extends Body> void deliverAlone(Message<T> message, Consumer<List<Message<T>>> desk) {
		try (Trace _ = Trace.of(message)) {
			for (int attempt = 1;; attempt++) {
				try {
					desk.accept(List.of(message));
					return;
				}
				catch (RuntimeException e) {
					rethrowOutage(e);
					if (attempt == ATTEMPTS) {
						log.error("Message can't be handled", e);
						deadLetters.unhandled(Topics.topicOf(message.from(), message.data()), message, e);
						return;
					}
				}
			}
		}
	}

	private static void rethrowOutage(RuntimeException e) {
		if (Outage.is(e)) {
			throw e;
		}
	}
}
