package io.vigie.analyst.backtest;

import io.vigie.backtest.sweep.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The backtests and their trials. Whatever is stored again changes nothing. */
@Repository
class Backtests {

	private static final Duration KEPT = Duration.ofDays(30);

	/** Any number, the same in all instances: they look and add one after the other. */
	private static final int QUEUE_LOCK = 0x6261636b;

	private final JdbcClient client;
	private final JsonMapper mapper;
	private final Clock clock;

	Backtests(JdbcClient client, JsonMapper mapper, Clock clock) {
		this.client = client;
		this.mapper = mapper;
		this.clock = clock;
	}

	/** Within a transaction. False where as many are unfinished as may be. */
	boolean add(UUID id, BacktestRequest request, int trials, int mostUnfinished) {
		client.sql("select pg_advisory_xact_lock(:lock)").param("lock", QUEUE_LOCK).query((_, _) -> 0).list();
		return client.sql("""
				insert into backtests (id, request, trials) select :id, :request::jsonb, :trials
				where (select count(*) from backtests where state = 'RUNNING') < :most""")
			.param("id", id)
			.param("request", mapper.writeValueAsString(request))
			.param("trials", trials)
			.param("most", mostUnfinished)
			.update() == 1;
	}

	Optional<StoredBacktest> find(UUID id) {
		return client.sql("select * from backtests where id = :id").param("id", id)
			.query((row, _) -> read(row, row.getString("result")))
			.optional();
	}

	/** Without their results, which are long. */
	List<StoredBacktest> newest(int limit) {
		return client.sql("select * from backtests order by created_at desc, id limit :limit")
			.param("limit", limit)
			.query((row, _) -> read(row, null))
			.list();
	}

	/** How many of those trials are in. */
	int count(UUID id, int from, int to) {
		return client.sql("select count(*) from backtest_trials where backtest_id = :id and number >= :from and number < :to")
			.param("id", id)
			.param("from", from)
			.param("to", to)
			.query(Integer.class)
			.single();
	}

	/** Within a transaction. @return whether these were the last that were missing; true once only */
	boolean keep(UUID id, List<Outcome> outcomes) {
		int added = client.sql("""
				insert into backtest_trials (backtest_id, number, outcome)
				select :id, (it ->> 'number')::int, it from jsonb_array_elements(:outcomes::jsonb) it
				on conflict do nothing""")
			.param("id", id)
			.param("outcomes", mapper.writeValueAsString(outcomes))
			.update();
		return added > 0 && client.sql("update backtests set done = done + :added where id = :id returning done = trials")
			.param("id", id)
			.param("added", added)
			.query(Boolean.class)
			.single();
	}

	/** In order of their numbers. */
	List<Outcome> outcomes(UUID id) {
		return client.sql("select outcome from backtest_trials where backtest_id = :id order by number")
			.param("id", id)
			.query((row, _) -> mapper.readValue(row.getString("outcome"), Outcome.class))
			.list();
	}

	void finish(UUID id, Judged judged) {
		client.sql("update backtests set state = 'DONE', result = :result::jsonb, finished_at = :now where id = :id and state = 'RUNNING'")
			.param("id", id)
			.param("result", mapper.writeValueAsString(judged))
			.param("now", clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	void fail(UUID id, String failure) {
		client.sql("update backtests set state = 'FAILED', failure = :failure, finished_at = :now where id = :id and state = 'RUNNING'")
			.param("id", id)
			.param("failure", failure)
			.param("now", clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
	void forgetOld() {
		client.sql("delete from backtests where created_at < :before")
			.param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

	private StoredBacktest read(ResultSet row, @Nullable String result) throws SQLException {
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		Instant finishedAt = finished == null ? null : finished.toInstant();
		return new StoredBacktest(row.getObject("id", UUID.class), StoredBacktest.State.valueOf(row.getString("state")), row.getInt("trials"),
				row.getInt("done"), mapper.readValue(row.getString("request"), BacktestRequest.class), result, row.getString("failure"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), finishedAt);
	}
}
