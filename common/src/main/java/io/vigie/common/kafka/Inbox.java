package io.vigie.common.kafka;

import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import io.vigie.common.sql.Trip;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what was acted on, in the same transaction as the act: delivered at least once, effective once. */
public class Inbox {

	/** Longer than the broker keeps messages. */
	private static final Duration KEPT = Duration.ofDays(8);

	private final JdbcTemplate jdbc;
	private final Clock clock;

	Inbox(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those not seen before by this consumer, each once, in order; from now on they count as seen. */
	@Transactional(propagation = Propagation.MANDATORY)
	public <T extends Body> List<Message<T>> fresh(String consumer, List<Message<T>> messages) {
		var trip = new Trip(jdbc);
		Supplier<List<Message<T>>> fresh = fresh(trip, consumer, messages);
		trip.go();
		return fresh.get();
	}

	/** The same in the company of other questions. Known once the trip is over. */
	@Transactional(propagation = Propagation.MANDATORY)
	public <T extends Body> Supplier<List<Message<T>>> fresh(Trip trip, String consumer, List<Message<T>> messages) {
		Map<UUID, Message<T>> byId = new LinkedHashMap<>();
		messages.forEach(it -> byId.putIfAbsent(it.id(), it));
		Set<UUID> fresh = new HashSet<>();
		trip.ask("""
				insert into inbox (consumer, message_id) select ?, unnest(?)
				on conflict do nothing returning message_id""", row -> fresh.add(row.getObject(1, UUID.class)), consumer,
				new Trip.Many("uuid", byId.keySet().toArray()));
		return () -> byId.values().stream().filter(it -> fresh.contains(it.id())).toList();
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void forgetOld() {
		jdbc.update("delete from inbox where seen_at < ?", java.sql.Timestamp.from(clock.instant().minus(KEPT)));
	}
}
