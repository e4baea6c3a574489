package io.vigie.health.alert;

import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Publisher;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.AlertMessage;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Raises and resolves. An alert must get out also when the database or the broker is what it is about: it goes both ways
 * independently, in order, and each way keeps trying until it has arrived. Ids follow from component and time, so saying or
 * storing it again is absorbed.
 */
@Service
public class AlertDesk {

	private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);
	private static final long WIRE_SECONDS = 10;
	/** Far more than there are components and rules: what comes on top is noise. */
	private static final int MOST_OPEN = 200;

	private final AlertBook book;
	private final Publisher publisher;
	private final AgentLogs diary;
	private final Clock clock;
	private final Map<String, Alert> open = new ConcurrentHashMap<>();
	private final Backlog<Alert> store = new Backlog<>("alert store");
	private final Backlog<Alert> wire = new Backlog<>("alert topic");

	AlertDesk(AlertBook book, Publisher publisher, AgentLogs diary, Clock clock) {
		this.book = book;
		this.publisher = publisher;
		this.diary = diary;
		this.clock = clock;
		book.open().forEach(alert -> open.put(alert.component(), alert));
	}

	/** Nothing happens when the same is open already. */
	public synchronized void raise(Alert alert) {
		Alert before = open.get(alert.component());
		if (before != null && before.id().equals(alert.id()) && before.severity() == alert.severity()) {
			return;
		}
		if (before == null && open.size() >= MOST_OPEN) {
			log.atError().addKeyValue("component", alert.component()).log("Too many alerts are open, this one is dropped");
			return;
		}
		open.put(alert.component(), alert);
		tell(alert, Map.of("component", alert.component(), "severity", alert.severity().name(), "detail", alert.detail()), alert.summary());
	}

	/** Nothing happens when nothing is open. */
	public synchronized void resolve(String component, String words) {
		Alert alert = open.remove(component);
		if (alert != null) {
			tell(alert.resolved(clock.instant(), words), Map.of("component", component, "severity", alert.severity().name()), words);
		}
	}

	public Optional<Alert> openFor(String component) {
		return Optional.ofNullable(open.get(component));
	}

	public Collection<Alert> open() {
		return List.copyOf(open.values());
	}

	public List<Alert> last(int limit) {
		return book.last(limit);
	}

	public void forget(Instant before) {
		book.forget(before);
	}

	private void tell(Alert alert, Map<String, String> facts, String words) {
		store.add(alert);
		wire.add(alert);
		Thread.startVirtualThread(() -> {
			catchUp();
			diary.log(AgentLogged.Kind.ACTION, null, words, facts, null);
		});
	}

	@Scheduled(initialDelay = 5, fixedRate = 2, timeUnit = TimeUnit.SECONDS)
	void catchUp() {
		store.work(alert -> book.write(alert, clock.instant()));
		wire.work(alert -> {
			Message<AlertMessage> message = message(alert);
			publisher.send(Topics.ALERTS, alert.component(), message).orTimeout(WIRE_SECONDS, TimeUnit.SECONDS).join();
		});
	}

	private Message<AlertMessage> message(Alert alert) {
		boolean over = alert.resolvedAt() != null;
		UUID id = Ids.named("alert-told", alert.id(), over ? "resolved" : alert.severity());
		AlertMessage data = over ? new AlertResolved(alert.id(), alert.component(), alert.resolution(), alert.since())
				: new AlertRaised(alert.id(), alert.severity(), alert.component(), alert.summary(), alert.detail(), alert.since());
		return new Message<>(id, "health", Message.ALL, data.contractVersion(), clock.instant(), alert.id(), null, data);
	}

	/** How bad a component is for the others. */
	public static Severity severity(boolean down) {
		return down ? Severity.CRITICAL : Severity.WARNING;
	}
}
