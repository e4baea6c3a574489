package io.vigie.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vigie.common.json.VigieJson;
import io.vigie.common.message.AgentLogged;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

class AgentLogsTests {

	private static final int ENTRIES = 40;

	private final List<ProducerRecord<String, byte[]>> sent = new CopyOnWriteArrayList<>();
	@SuppressWarnings("unchecked")
	private final KafkaTemplate<String, byte[]> template = mock(KafkaTemplate.class);
	private final AgentLogs logs = new AgentLogs(new Publisher(template, template, new Contracts(VigieJson.mapper())), "risk", Clock.systemUTC());
	private volatile boolean away;

	@BeforeEach
	@SuppressWarnings("unchecked")
	void everyEntryTakesItsTime() {
		when(template.send(any(ProducerRecord.class))).thenAnswer(call -> {
			LockSupport.parkNanos(Duration.ofMillis(away ? 150 : 20).toNanos());
			sent.add(call.getArgument(0));
			if (away) {
				throw new KafkaException("away");
			}
			return CompletableFuture.completedFuture(null);
		});
	}

	@Test
	void handsOverWhatWasEnteredBeforeItEnds() {
		enter();
		logs.close();
		assertThat(sent).hasSize(ENTRIES);
	}

	@Test
	void doesNotHoldUpTheEndForABrokerThatIsAway() {
		away = true;
		enter();
		await().until(() -> sent.size() >= 2);
		long began = System.nanoTime();
		logs.close();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
	}

	private void enter() {
		for (int i = 0; i < ENTRIES; i++) {
			logs.log(AgentLogged.Kind.ACTION, null, "entry " + i, Map.of(), null);
		}
	}
}
