package io.vigie.executor.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.executor.ledger.Opening;
import io.vigie.executor.ledger.Openings;
import io.vigie.executor.order.CatchUp;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.venue.Alpaca;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the books with the broker. What the broker's own history explains is booked; what remains is reported with numbers
 * and never overwritten. A difference counts only if it is still there when looked at again: events may be on their way.
 */
@Service
public class Reconciliation {

	private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
	private static final int LOOKS = 4;
	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
	private static final Duration LOOK_BACK = Duration.ofDays(1);

	private final Comparison comparison;
	private final CatchUp catchUp;
	private final Settlement settlement;
	private final Openings openings;
	private final Alpaca venue;
	private final JdbcClient jdbc;
	private final JsonMapper json;
	private final AgentLogs diary;
	private final Clock clock;
	private final AtomicInteger drift = new AtomicInteger();
	private final ReentrantLock oneAtATime = new ReentrantLock();

	Reconciliation(Comparison comparison, CatchUp catchUp, Settlement settlement, Openings openings, Alpaca venue, JdbcClient jdbc,
			JsonMapper json, AgentLogs diary, Clock clock, MeterRegistry metrics) {
		this.comparison = comparison;
		this.catchUp = catchUp;
		this.settlement = settlement;
		this.openings = openings;
		this.venue = venue;
		this.jdbc = jdbc;
		this.json = json;
		this.diary = diary;
		this.clock = clock;
		Gauge.builder("executor.reconcile.drift", drift, AtomicInteger::get).description("Differences to the broker left by the last reconciliation")
			.register(metrics);
	}

	public Report run(String reason) {
		oneAtATime.lock();
		try {
			int booked = catchUp.book(since());
			Comparison.Result result = comparison.compare();
			for (int look = 1; look < LOOKS && !result.drifts().isEmpty(); look++) {
				LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
				result.notThere().forEach(settlement::settle);
				catchUp.adopt(result.notHere());
				booked += catchUp.book(since());
				result = comparison.compare();
			}
			var report = new Report(Ids.next(clock.instant()), reason, booked, result.drifts(), result.compared(), clock.instant());
			tell(report);
			return report;
		}
		finally {
			oneAtATime.unlock();
		}
	}

	/** A day before the last booking, and never before the opening. */
	private Instant since() {
		Opening opening = openings.of(venue.accountName());
		Instant last = jdbc.sql("select max(occurred_at) from ledger_transactions").query(Timestamp.class).optional()
			.map(Timestamp::toInstant).orElse(opening.historyUntil());
		Instant since = last.minus(LOOK_BACK);
		return since.isAfter(opening.historyUntil()) ? since : opening.historyUntil();
	}

	private void tell(Report report) {
		drift.set(report.drifts().size());
		jdbc.sql("insert into reconciliations (id, reason, drifts, booked, summary, facts, finished_at) values (?, ?, ?, ?, ?, ?::jsonb, ?)")
			.params(report.id(), report.reason(), report.drifts().size(), report.booked(), report.summary(),
					json.writeValueAsString(report.facts()), Timestamp.from(report.finishedAt()))
			.update();
		var line = report.drifts().isEmpty() ? log.atInfo() : log.atWarn();
		report.facts().forEach(line::addKeyValue);
		line.log("Reconciled with the broker");
		diary.log(AgentLogged.Kind.ACTION, null, "Reconciliation (" + report.reason() + "): " + report.summary(), report.facts(), null);
	}
}
