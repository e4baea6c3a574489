package io.vigie.common.kafka;

import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Says things that need no transaction: prices, signals, logs. Thread-safe. Messages with one key arrive in the order they
 * were sent. Prices go through a producer that gathers batches; everything else is sent at once.
 */
public final class Publisher {

	private static final Set<String> BATCHED = Set.of(Topics.TICKS);

	private final KafkaTemplate<String, byte[]> prompt;
	private final KafkaTemplate<String, byte[]> batching;
	private final Contracts contracts;

	Publisher(KafkaTemplate<String, byte[]> prompt, KafkaTemplate<String, byte[]> batching, Contracts contracts) {
		this.prompt = prompt;
		this.batching = batching;
		this.contracts = contracts;
	}

	/** Completes when the broker has acknowledged; blocks only while the producer's buffer is full. */
	public CompletableFuture<?> send(String topic, String key, Message<?> message) {
		return send(new ProducerRecord<>(topic, key, contracts.write(message)));
	}

	/** Returns when the broker has acknowledged all of them. */
	public <T extends Body> void sendAll(String topic, Collection<Message<T>> messages,
			Function<? super T, String> keyOf) {
		await(messages.stream().map(message -> send(topic, keyOf.apply(message.data()), message)).toList());
	}

	CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
		return (BATCHED.contains(record.topic()) ? batching : prompt).send(record);
	}

	static void await(List<? extends CompletableFuture<?>> sent) {
		try {
			CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
		}
		catch (CompletionException e) {
			throw e.getCause() instanceof RuntimeException cause ? cause : e;
		}
	}
}
