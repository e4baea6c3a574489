package io.vigie.common.kafka;

import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
		Object[] ids = messages.stream().map(Message::id).distinct().toArray();
		Set<UUID> fresh = new HashSet<>(jdbc.query("""
				insert into inbox (consumer, message_id) select ?, unnest(?::uuid[])
				on conflict do nothing returning message_id""", statement -> {
			statement.setString(1, consumer);
			statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids));
		}, (row, _) -> row.getObject(1, UUID.class)));
		List<Message<T>> result = new ArrayList<>(fresh.size());
		for (Message<T> message : messages) {
			if (fresh.remove(message.id())) {
				result.add(message);
			}
		}
		return result;
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void forgetOld() {
		jdbc.update("delete from inbox where seen_at < ?", java.sql.Timestamp.from(clock.instant().minus(KEPT)));
	}
}
