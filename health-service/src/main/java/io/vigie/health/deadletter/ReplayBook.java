package io.vigie.health.deadletter;

import io.vigie.common.message.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which letters were put back, and when. */
@Repository
class ReplayBook {

	private final JdbcClient jdbc;

	ReplayBook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void write(String topic, int partition, long offset, Instant at) {
		jdbc.sql("insert into replays (id, topic, partition, record_offset, replayed_at) values (?, ?, ?, ?, ?)")
			.params(Ids.next(at), topic, partition, offset, Timestamp.from(at))
			.update();
	}

	long count(String topic, int partition, long offset) {
		return jdbc.sql("select count(*) from replays where topic = ? and partition = ? and record_offset = ?")
			.params(topic, partition, offset)
			.query(Long.class)
			.single();
	}

	Optional<Instant> last(DeadLetter letter) {
		return jdbc.sql("select replayed_at from replays where topic = ? and partition = ? and record_offset = ? order by replayed_at desc limit 1")
			.params(letter.topic(), letter.partition(), letter.offset())
			.query((row, _) -> row.getTimestamp(1).toInstant())
			.optional();
	}
}
