package io.vigie.executor.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.sql.Plain;
import io.vigie.executor.block.EntryBlocks;
import io.vigie.executor.ledger.Opening;
import io.vigie.executor.ledger.Openings;
import io.vigie.executor.order.CatchUp;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.venue.Alpaca;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Keeps the books and the broker in step. What the broker's own records explain is booked from them; what nothing explains is
 * booked as an adjustment where it is little, and stops new entries where it is not, until it is explained or acknowledged.
 */
@Service
@EnableConfigurationProperties(ReconcileSettings.class)
public class Reconciliation {

	/** What new entries are blocked by. */
	static final String DRIFT = "drift";

	private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

	private final Comparison comparison;
	private final CatchUp catchUp;
	private final Settlement settlement;
	private final Judgement judgement;
	private final Corrections corrections;
	private final Reports reports;
	private final EntryBlocks blocks;
	private final Openings openings;
	private final Alpaca venue;
	private final AgentLogs diary;
	private final MeterRegistry metrics;
	private final Clock clock;
	private final ReentrantLock oneAtATime = new ReentrantLock();
	private volatile @Nullable Report last;

	Reconciliation(Comparison comparison, CatchUp catchUp, Settlement settlement, Judgement judgement, Corrections corrections,
			Reports reports, EntryBlocks blocks, Openings openings, Alpaca venue, AgentLogs diary, MeterRegistry metrics, Clock clock) {
		this.comparison = comparison;
		this.catchUp = catchUp;
		this.settlement = settlement;
		this.judgement = judgement;
		this.corrections = corrections;
		this.reports = reports;
		this.blocks = blocks;
		this.openings = openings;
		this.venue = venue;
		this.diary = diary;
		this.metrics = metrics;
		this.clock = clock;
		Gauge.builder("executor.reconcile.drift", this, it -> it.count(report -> report.drifts().size()))
			.description("Differences to the broker left by the last reconciliation").register(metrics);
		Gauge.builder("executor.reconcile.unexplained", this, it -> it.count(Report::unexplained))
			.description("What the last reconciliation could not explain, in the account's currency").register(metrics);
	}

	public Report run(String reason) {
		return run(reason, null, List.of(), true);
	}

	/**
	 * Before anybody listens.
	 *
	 * @param began wall-clock time since when everything that was booked was found by asking the venue
	 */
	public Report runOnStart(String reason, Instant began) {
		return run(reason, null, reports.fillsSince(began), false);
	}

	/** Books what nothing explains as it is, because somebody takes it upon them, and lets entries go on. */
	Report acknowledge(String why) {
		return run("acknowledged: " + why, why, List.of(), true);
	}

	/** None before the first. */
	@Nullable Report last() {
		return last;
	}

	private double count(Function<Report, Number> figure) {
		Report report = last;
		return report == null ? 0 : figure.apply(report).doubleValue();
	}

	private Report run(String reason, @Nullable String acknowledged, List<Finding> known, boolean listening) {
		oneAtATime.lock();
		try {
			Opening opening = openings.of(venue.accountName());
			var examination = new Examination(comparison, catchUp, settlement, opening, reports.bookedUntil().orElse(opening.historyUntil()),
					listening, Examination.BETWEEN_LOOKS);
			Examination.Outcome outcome = examination.examine();
			UUID id = Ids.next(clock.instant());
			List<Judged> judged = outcome.confirmed() ? judgement.of(outcome.look(), acknowledged) : List.of();
			List<Finding> corrected = corrections.book(judged, id, venue.marketTime().orElseGet(clock::instant));
			Report report = report(id, reason, outcome, judged, corrected, known);
			last = report;
			reports.keep(report, outcome.historyUntil());
			block(outcome.confirmed(), judged);
			tell(report);
			return report;
		}
		finally {
			oneAtATime.unlock();
		}
	}

	private Report report(UUID id, String reason, Examination.Outcome outcome, List<Judged> judged, List<Finding> corrected,
			List<Finding> known) {
		List<Finding> findings = new ArrayList<>(known);
		findings.addAll(outcome.findings());
		findings.addAll(corrected);
		List<Drift> left = outcome.look().drifts().stream()
			.filter(it -> corrected.stream().noneMatch(finding -> finding.subject().equals(it.subject()))).toList();
		judged.stream().filter(it -> left.contains(it.drift())).map(it -> it.finding(null)).forEach(findings::add);
		int booked = (int) findings.stream().filter(it -> it.booked() != null).count();
		BigDecimal unexplained = Judgement.unexplained(judged);
		return new Report(id, reason, booked, left, List.copyOf(findings), outcome.confirmed(), Plain.of(unexplained),
				outcome.look().compared(), clock.instant());
	}

	/** Nothing changes while events are still on their way. */
	private void block(boolean confirmed, List<Judged> judged) {
		boolean stands = judged.stream().anyMatch(it -> it.isUnexplained() && !it.isBookable() && !it.drift().is(Drift.ORDER));
		if (stands) {
			blocks.block(DRIFT, "books and broker differ by " + Judgement.unexplained(judged).stripTrailingZeros().toPlainString()
					+ " that nothing explains; acknowledge it (POST /trading/reconcile/acknowledge) or explain it");
		}
		else if (confirmed) {
			blocks.lift(DRIFT);
		}
	}

	private void tell(Report report) {
		report.findings().forEach(it -> metrics.counter("executor.reconcile.findings", "class", it.driftClass().name()).increment());
		var line = report.drifts().isEmpty() ? log.atInfo() : log.atWarn();
		report.facts().forEach(line::addKeyValue);
		line.log("Reconciled with the broker");
		diary.log(AgentLogged.Kind.ACTION, null, "Reconciliation (" + report.reason() + "): " + report.summary(), report.facts(), null);
	}
}
