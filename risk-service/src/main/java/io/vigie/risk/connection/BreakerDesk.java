package io.vigie.risk.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged.Kind;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The circuit breaker. A link that failed too often in a row blocks all buys until it has been good for long enough; exits ask
 * nobody. It is stored: a restart proves nothing.
 */
@Service
public class BreakerDesk {

	private static final Logger log = LoggerFactory.getLogger(BreakerDesk.class);

	private final Breakers breakers;
	private final BreakerSettings settings;
	private final TransactionTemplate transaction;
	private final AgentLogs logs;
	private final Clock clock;
	private final Counter trips;

	BreakerDesk(Breakers breakers, BreakerSettings settings, TransactionTemplate transaction, AgentLogs logs, Clock clock,
			MeterRegistry metrics) {
		this.breakers = breakers;
		this.settings = settings;
		this.transaction = transaction;
		this.logs = logs;
		this.clock = clock;
		this.trips = Counter.builder("risk.breaker.trips").description("How often a link failed too often in a row").register(metrics);
		Gauge.builder("risk.breaker.open", this, it -> it.view().links().stream().filter(BreakerView.Link::blocks).count())
			.description("Links that block all buys").register(metrics);
	}

	/** In the order in which it was said; each message once. Part of the caller's transaction. */
	List<Runnable> hear(List<Message<ConnectionChanged>> changes) {
		Map<String, Breaker> known = new TreeMap<>(changes.isEmpty() ? Map.of()
				: breakers.lock(changes.stream().map(it -> it.data().link()).collect(Collectors.toSet())));
		List<Runnable> tellings = new ArrayList<>();
		for (Message<ConnectionChanged> message : changes) {
			ConnectionChanged change = message.data();
			Breaker before = known.getOrDefault(change.link(), Breaker.unheard(change.link()));
			Breaker after = change.state() == LinkState.UP ? before.good(message.at())
					: before.failed(change.failures(), change.reason(), message.at(), settings);
			known.put(change.link(), after);
			if (before.trippedAt() == null && after.trippedAt() != null) {
				tellings.add(() -> tellTripped(after, message));
			}
		}
		known.values().forEach(breakers::save);
		return tellings;
	}

	/** Closes what has proven itself. Nobody waits for this: a verdict looks at the time itself. */
	@Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
	void closeProven() {
		Instant now = clock.instant();
		List<Breaker> due = breakers.all().stream().filter(it -> it.trippedAt() != null && it.isProven(now, settings.proof())).toList();
		if (due.isEmpty()) {
			return;
		}
		List<Breaker> closed = transaction.execute(_ -> {
			List<Breaker> proven = breakers.lock(due.stream().map(Breaker::link).toList()).values().stream()
				.filter(it -> it.trippedAt() != null && it.isProven(now, settings.proof()))
				.toList();
			proven.stream().map(Breaker::proven).forEach(breakers::save);
			return proven;
		});
		closed.forEach(this::tellClosed);
	}

	/** How it stands. */
	BreakerView view() {
		Instant now = clock.instant();
		List<BreakerView.Link> links = breakers.all().stream()
			.map(it -> new BreakerView.Link(it.link(), it.blocks(now, settings.proof()), it.failures(), it.reason(), it.trippedAt(),
					it.goodSince(), provenAt(it)))
			.toList();
		return new BreakerView(links.stream().anyMatch(BreakerView.Link::blocks), settings.failures(), settings.proof().toSeconds(), links);
	}

	/** Those that went good at this moment or earlier have proven themselves by now. */
	public Instant provenSince() {
		return clock.instant().minus(settings.proof());
	}

	private @Nullable Instant provenAt(Breaker breaker) {
		return breaker.goodSince() == null ? null : breaker.goodSince().plus(settings.proof());
	}

	private void tellTripped(Breaker breaker, Message<?> cause) {
		trips.increment();
		log.atWarn().addKeyValue("link", breaker.link()).addKeyValue("failures", breaker.failures())
			.addKeyValue("reason", breaker.reason()).log("Circuit breaker opens: nothing is bought");
		logs.log(Kind.ACTION, null, "Circuit breaker opens: " + breaker.link() + " failed " + breaker.failures()
				+ " times in a row (" + breaker.reason() + "). Nothing is bought until it has been good for "
				+ settings.proof().toSeconds() + " s; exits go on.",
				Map.of("breaker", "open", "link", breaker.link(), "failures", String.valueOf(breaker.failures())), cause);
	}

	private void tellClosed(Breaker breaker) {
		log.atInfo().addKeyValue("link", breaker.link()).log("Circuit breaker closes: buying goes on");
		logs.log(Kind.ACTION, null, "Circuit breaker closes: " + breaker.link() + " has been good since " + breaker.goodSince() + ".",
				Map.of("breaker", "closed", "link", breaker.link()), null);
	}
}
