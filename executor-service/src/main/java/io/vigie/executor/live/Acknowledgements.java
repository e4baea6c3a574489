package io.vigie.executor.live;

import io.vigie.common.bot.Bots;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stored for good: the database refuses to change one. */
@Component
class Acknowledgements {

	private final JdbcClient jdbc;

	Acknowledgements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void store(Acknowledgement signed) {
		jdbc.sql("insert into live_acknowledgements (id, name, statement, paper_record, seal, signed_at) values (?, ?, ?, ?, ?, ?)")
			.params(signed.id(), signed.name(), signed.statement(), signed.paperRecord(), signed.seal(), Timestamp.from(signed.signedAt())).update();
	}

	Optional<Acknowledgement> genuine() {
		return all().stream().filter(Acknowledgement::isGenuine).findFirst();
	}

	List<Acknowledgement> all() {
		return jdbc.sql("select * from live_acknowledgements order by signed_at desc")
			.query((row, _) -> new Acknowledgement(row.getObject("id", UUID.class), row.getString("name"), row.getString("statement"),
					row.getString("paper_record"), row.getString("seal"), row.getTimestamp("signed_at").toInstant())).list();
	}

	PaperRecord paperRecord() {
		return jdbc.sql("""
				select count(*) as trades, count(*) filter (where side = 'SELL') as closed, count(*) filter (where realised > 0) as won,
					coalesce(sum(realised), 0) as realised, coalesce(sum(fee), 0) as fees, min(booked_at) as since, max(booked_at) as until
				from trades where bot <> ?""").param(Bots.RESERVE)
			.query((row, _) -> new PaperRecord(row.getLong("trades"), row.getLong("closed"), row.getLong("won"), row.getBigDecimal("realised"),
					row.getBigDecimal("fees"), at(row.getTimestamp("since")), at(row.getTimestamp("until")))).single();
	}

	private static @Nullable Instant at(@Nullable Timestamp time) {
		return time == null ? null : time.toInstant();
	}
}
