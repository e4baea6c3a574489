package io.vigie.common.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real plumbing over a broker and a database of the test's own, publishing when it is told to. */
public final class Plumbing {

	public final Publisher publisher;
	public final Contracts contracts;
	public final Inbox inbox;
	public final Outbox outbox;
	public final Deliveries deliveries;
	private final OutboxRelay relay;

	public Plumbing(String service, Contracts contracts, JdbcTemplate jdbc, PlatformTransactionManager transactions, KafkaTemplate<String, byte[]> broker,
			Clock clock, MeterRegistry metrics) {
		this.contracts = contracts;
		publisher = new Publisher(broker, broker, contracts);
		inbox = new Inbox(jdbc, clock);
		relay = new OutboxRelay(jdbc, new TransactionTemplate(transactions), publisher, metrics);
		outbox = new Outbox(jdbc, contracts, relay);
		deliveries = new Deliveries(new DeadLetters(publisher, contracts, service, metrics));
	}

	/** A diary of its own, e.g. one that nobody reads. */
	public static AgentLogs diary(String service, Contracts contracts, KafkaTemplate<String, byte[]> broker, Clock clock) {
		return new AgentLogs(new Publisher(broker, broker, contracts), service, clock);
	}

	/** Everything that is committed by now. */
	public void publish() {
		relay.publishAll();
	}

	/** An inbox that remembers nothing: what comes twice is new twice. */
	public static Inbox withoutMemory(JdbcTemplate jdbc, Clock clock) {
		return new Inbox(jdbc, clock) {
			@Override
			public <T extends Body> List<Message<T>> fresh(String consumer, List<Message<T>> messages) {
				return messages;
			}
		};
	}
}
