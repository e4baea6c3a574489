package io.vigie.sentinel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;

class VoiceTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private final List<Supplier<CompletableFuture<?>>> answers = new ArrayList<>();
	private final List<Message<?>> said = new ArrayList<>();
	private final Voice voice = new Voice((_, _, message) -> {
		CompletableFuture<?> answer = answers.isEmpty() ? CompletableFuture.completedFuture("ok")
				: answers.removeFirst().get();
		if (!answer.isCompletedExceptionally()) {
			said.add(message);
		}
		return answer;
	});

	@Test
	void triesUntilTheBrokerTakesItHoweverItRefuses() throws InterruptedException {
		answers.add(() -> {
			throw new KafkaException("Send failed");
		});
		answers.add(() ->
				CompletableFuture.failedFuture(new org.apache.kafka.common.errors.TimeoutException("no room")));
		answers.add(() -> {
			throw new org.apache.kafka.common.errors.TimeoutException("no metadata");
		});

		assertThat(voice.say("topic", "key", message())).isCompleted();
		assertThat(said).hasSize(1);
	}

	@Test
	void returnsBeforeTheBrokerHasAcknowledged() throws InterruptedException {
		CompletableFuture<String> pending = new CompletableFuture<>();
		answers.add(() -> pending);

		assertThat(voice.say("topic", "key", message())).isNotDone();
		assertThat(said).hasSize(1);
	}

	@Test
	void stopsTryingWhenItsThreadIsToEnd() {
		for (int i = 0; i < 1000; i++) {
			answers.add(() -> CompletableFuture.failedFuture(new KafkaException("away")));
		}
		Thread thread = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> voice.say("topic", "key", message()))
			.isInstanceOf(InterruptedException.class));
		await().until(() -> answers.size() < 999);
		thread.interrupt();

		await().until(() -> !thread.isAlive());
		assertThat(said).isEmpty();
	}

	@Test
	void losesWhatIsOnlyMentionedWithoutAFuss() {
		answers.add(() -> {
			throw new KafkaException("Send failed");
		});

		assertThatCode(() -> voice.mention("topic", "key", message())).doesNotThrowAnyException();
		assertThat(said).isEmpty();
	}

	private static Message<?> message() {
		return Message.beginning(UUID.randomUUID(), "sentinel", Message.ALL, NOON, new ConnectionChanged("link",
				LinkState.UP, 0, NOON, ""));
	}
}
