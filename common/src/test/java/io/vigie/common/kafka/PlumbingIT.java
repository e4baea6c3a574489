package io.vigie.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.AlertMessage;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.testing.PlatformTest;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@ContextConfiguration(classes = PlumbingIT.Service.class, initializers = RealInfrastructure.class)
@TestPropertySource(properties = "spring.config.name=plumbing")
class PlumbingIT {

	private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

	private final String run = "bot-" + UUID.randomUUID();

	@Autowired
	private Wire wire;
	@Autowired
	private Desk desk;
	@Autowired
	private Outbox outbox;
	@Autowired
	private TransactionTemplate transactions;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void forget() {
		desk.taken.clear();
	}

	@Test
	void handlesWhatIsDeliveredTwiceOnce() {
		Message<AlertRaised> message = alert("twice");
		wire.sendTwice(Topics.ALERTS, "x", message);
		wire.send(Topics.ALERTS, "x", alert("after"));
		await().until(() -> desk.taken.contains("after"));
		assertThat(desk.taken).containsExactly("twice", "after");
	}

	@Test
	void putsMalformedMessageIntoDeadLettersAndGoesOn() {
		assertDeadLetter("{\"id\":".getBytes(StandardCharsets.UTF_8), "malformed", "Unexpected end-of-input");
	}

	@Test
	void putsUnknownTypeIntoDeadLettersAndGoesOn() {
		assertDeadLetter(json("never-heard-of", 1), "unknown-type", "never-heard-of");
	}

	@Test
	void putsTypeOfOtherTopicIntoDeadLettersAndGoesOn() {
		assertDeadLetter(json("trade-proposal", 1), "unknown-type", "trade-proposal");
	}

	@Test
	void putsWrongVersionIntoDeadLettersAndGoesOn() {
		assertDeadLetter(json("alert-raised", 7), "wrong-version", "Version 7");
	}

	@Test
	void putsOversizedMessageIntoDeadLettersAndGoesOn() {
		byte[] bytes = new byte[Contracts.MAX_BYTES + 1];
		assertDeadLetter(bytes, "oversized", "at most");
	}

	@Test
	void putsMessageNobodyCanHandleIntoDeadLettersAndHandlesItsNeighbours() {
		Message<AlertRaised> poison = alert("poison");
		wire.send(Topics.ALERTS, "x", alert("before"));
		wire.send(Topics.ALERTS, "x", poison);
		wire.send(Topics.ALERTS, "x", alert("after"));
		await().until(() -> desk.taken.contains("after"));
		assertThat(desk.taken).containsExactly("before", "after");
		ConsumerRecord<String, byte[]> letter = await()
			.until(() -> wire.records(Topics.deadLetters(Topics.ALERTS)).stream().filter(it -> header(it, DeadLetters.KIND).equals("unhandled")).findFirst(),
					it -> it.isPresent())
			.orElseThrow();
		assertThat(header(letter, DeadLetters.CAUSE)).contains("can't stomach");
	}

	@Test
	void triesAgainForAsLongAsTheDatabaseIsAway() {
		desk.outages.set(4);
		wire.send(Topics.ALERTS, "x", alert("patient"));
		await().until(() -> desk.taken.contains("patient"));
		assertThat(desk.taken).containsOnlyOnce("patient");
	}

	@Test
	void publishesWhatWasCommittedInOrderAndNothingElse() {
		wire.listen(Topics.logs("risk"));
		transactions.executeWithoutResult(_ -> IntStream.range(0, 50).forEach(i -> outbox.append(Topics.logs("risk"), "k", diary("o" + i))));
		assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
			outbox.append(Topics.logs("risk"), "k", diary("rolled back"));
			throw new IllegalStateException("no");
		})).hasMessage("no");
		transactions.executeWithoutResult(_ -> outbox.append(Topics.logs("risk"), "k", diary("last")));
		assertThat(heardUntilLast("risk")).containsExactlyElementsOf(
				java.util.stream.Stream.concat(IntStream.range(0, 50).mapToObj(i -> "o" + i), java.util.stream.Stream.of("last")).toList());
	}

	@Test
	void takesAlongWhatBelongsToAMessageOrSaysNothing() {
		String note = "insert into inbox (consumer, message_id) values ('along', ?)";
		UUID id = UUID.randomUUID();
		wire.listen(Topics.logs("health"));
		transactions.executeWithoutResult(_ -> {
			outbox.takeAlong(trip -> trip.tell(note, id));
			outbox.append(Topics.logs("health"), "k", diary("noted"));
		});
		assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
			outbox.append(Topics.logs("health"), "k", diary("never"));
			outbox.takeAlong(trip -> trip.tell(note, id));
		})).isInstanceOf(DuplicateKeyException.class);
		transactions.executeWithoutResult(_ -> outbox.append(Topics.logs("health"), "k", diary("last")));

		assertThat(heardUntilLast("health")).containsExactly("noted", "last");
		assertThat(jdbc.queryForObject("select count(*) from inbox where message_id = ?", Integer.class, id)).isEqualTo(1);
	}

	@Test
	void listensOnThreadsOfItsOwn() {
		wire.send(Topics.ALERTS, "x", alert("prompt"));
		await().until(() -> desk.taken.contains("prompt"));
		assertThat(desk.threads).isNotEmpty().noneMatch(Thread::isVirtual);
	}

	@Test
	void refusesOutboxOutsideTransaction() {
		assertThatThrownBy(() -> outbox.append(Topics.ALERTS, "x", alert("loose"))).isInstanceOf(IllegalStateException.class);
	}

	/** In this test; what an earlier try of it left in the topic names another bot. */
	private List<String> heardUntilLast(String service) {
		wire.await(Topics.logs(service), AgentLogged.class, it -> it.text().equals("last") && run.equals(it.bot()));
		return wire.received(Topics.logs(service), AgentLogged.class).stream().map(Message::data).filter(it -> run.equals(it.bot())).map(AgentLogged::text).toList();
	}

	private void assertDeadLetter(byte[] bytes, String kind, String cause) {
		wire.sendRaw(Topics.ALERTS, "x", bytes);
		String next = "next after " + kind + cause;
		wire.send(Topics.ALERTS, "x", alert(next));
		ConsumerRecord<String, byte[]> letter = wire.awaitDeadLetter(Topics.ALERTS, bytes);
		assertThat(header(letter, DeadLetters.KIND)).isEqualTo(kind);
		assertThat(header(letter, DeadLetters.CAUSE)).contains(cause);
		assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("risk");
		await().until(() -> desk.taken.contains(next));
	}

	private static String header(ConsumerRecord<String, byte[]> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	private static byte[] json(String type, int version) {
		return """
				{"id":"%s","from":"x","to":"all","message_type":"%s","version":%d,"at":"2026-01-02T03:04:05Z",
				 "correlation_id":"%1$s","data":{"alert_id":"%1$s","severity":"INFO","component":"c","summary":"s",
				 "detail":"d","since":"2026-01-02T03:04:05Z"}}""".formatted(UUID.randomUUID(), type, version)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static Message<AlertRaised> alert(String summary) {
		UUID id = UUID.randomUUID();
		return Message.beginning(id, "health", Message.ALL, AT, new AlertRaised(id, Severity.INFO, "c", summary, "d", AT));
	}

	private Message<AgentLogged> diary(String text) {
		return Message.beginning(Ids.named(run, text), "risk", Message.ALL, AT,
				new AgentLogged("risk", run, AgentLogged.Kind.ACTION, text, java.util.Map.of(), AT));
	}

	@SpringBootApplication(scanBasePackageClasses = {})
	@org.springframework.context.annotation.ComponentScan(useDefaultFilters = false)
	@org.springframework.context.annotation.Import({ AlertListener.class, Desk.class })
	static class Service {
	}

	@Component
	static class AlertListener {

		private final Deliveries deliveries;
		private final Desk desk;

		AlertListener(Deliveries deliveries, Desk desk) {
			this.deliveries = deliveries;
			this.desk = desk;
		}

		@KafkaListener(topics = Topics.ALERTS)
		void on(List<Message<AlertMessage>> batch) {
			deliveries.deliver(batch, desk::take);
		}
	}

	static class Desk {

		final List<String> taken = new CopyOnWriteArrayList<>();
		final Set<Thread> threads = ConcurrentHashMap.newKeySet();
		final AtomicInteger outages = new AtomicInteger();
		private final Inbox inbox;
		private final TransactionTemplate transactions;

		Desk(Inbox inbox, TransactionTemplate transactions) {
			this.inbox = inbox;
			this.transactions = transactions;
		}

		void take(List<Message<AlertMessage>> batch) {
			threads.add(Thread.currentThread());
			List<String> now = transactions.execute(_ -> inbox.fresh("plumbing", batch).stream().map(it -> summary(it.data())).toList());
			taken.addAll(now);
		}

		private String summary(AlertMessage data) {
			if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
				throw new TransientDataAccessResourceException("away");
			}
			String summary = ((AlertRaised) data).summary();
			if (summary.equals("poison")) {
				throw new IllegalStateException("can't stomach it");
			}
			return summary;
		}
	}
}
