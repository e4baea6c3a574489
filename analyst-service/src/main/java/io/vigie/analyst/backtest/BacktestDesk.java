package io.vigie.analyst.backtest;

import io.vigie.backtest.report.Table;
import io.vigie.backtest.sweep.Inquiry;
import io.vigie.backtest.sweep.Outcome;
import io.vigie.backtest.sweep.Sweep;
import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BacktestMessage;
import io.vigie.common.message.Ids;
import io.vigie.common.message.JudgeTrials;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTrials;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.Trade;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes requests and works them off. What is to be done lies on a topic, what is done in the database: an instance that dies
 * loses nothing, another does its share again, and what comes twice is stored once.
 */
@Service
@EnableConfigurationProperties(BacktestSettings.class)
class BacktestDesk {

	private static final Logger log = LoggerFactory.getLogger(BacktestDesk.class);
	private static final String SELF = "analyst";
	private static final int TRADES_SHOWN = 1000;

	private final Backtests backtests;
	private final Assignments assignments;
	private final Workers workers;
	private final Outbox outbox;
	private final TransactionOperations transactions;
	private final BacktestSettings settings;
	private final Clock clock;

	BacktestDesk(Backtests backtests, Assignments assignments, Workers workers, Outbox outbox, TransactionOperations transactions,
			BacktestSettings settings, Clock clock) {
		this.backtests = backtests;
		this.assignments = assignments;
		this.workers = workers;
		this.outbox = outbox;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * @return its id; nothing where too many are unfinished already
	 * @throws IllegalArgumentException with a sentence, where the request can't be carried out
	 */
	Optional<UUID> take(BacktestRequest request) {
		UUID id = Ids.next(clock.instant());
		Assignment assignment = assignments.of(id, request);
		int trials = assignment.choice().size();
		int stretches = assignment.questions().stretches();
		if (trials > settings.backtestTrials() || (long) trials * Math.max(1, stretches) > settings.backtestTrials()) {
			throw new IllegalArgumentException("%d trials%s are too many, at most %d are run: widen the steps or draw some at random".formatted(
					trials, stretches > 0 ? " in " + stretches + " stretches" : "", settings.backtestTrials()));
		}
		boolean taken = Boolean.TRUE.equals(transactions.execute(_ -> {
			if (!backtests.add(id, Pasts.pinned(request, assignment.study().bars()), trials, settings.backtestQueue())) {
				return false;
			}
			for (int from = 0; from < trials; from += assignment.trialsPerMessage()) {
				say(id, new RunTrials(id, from, Math.min(trials, from + assignment.trialsPerMessage())), "from " + from);
			}
			return true;
		}));
		return taken ? Optional.of(id) : Optional.empty();
	}

	void work(List<Message<BacktestMessage>> batch) {
		for (Message<BacktestMessage> message : batch) {
			switch (message.data()) {
				case RunTrials(UUID id, int from, int to) -> running(id).ifPresent(it -> run(it, from, to));
				case JudgeTrials(UUID id) -> running(id).ifPresent(this::judge);
			}
		}
	}

	private Optional<StoredBacktest> running(UUID id) {
		return backtests.find(id).filter(it -> it.state() == StoredBacktest.State.RUNNING);
	}

	private void run(StoredBacktest backtest, int from, int to) {
		UUID id = backtest.id();
		if (backtests.count(id, from, to) == to - from) {
			return;
		}
		List<Outcome> outcomes;
		try {
			outcomes = workers.run(assignments.of(id, backtest.request()), from, to);
		}
		catch (IllegalArgumentException | IllegalStateException e) {
			fail(id, e);
			return;
		}
		transactions.executeWithoutResult(_ -> {
			if (backtests.keep(id, outcomes)) {
				say(id, new JudgeTrials(id), "judge");
			}
		});
	}

	private void judge(StoredBacktest backtest) {
		UUID id = backtest.id();
		List<Outcome> outcomes = backtests.outcomes(id);
		try {
			backtests.finish(id, judged(assignments.of(id, backtest.request()), outcomes));
			log.atInfo().addKeyValue("backtest", id).addKeyValue("trials", outcomes.size()).log("Backtest is done");
		}
		catch (IllegalArgumentException | IllegalStateException e) {
			fail(id, e);
		}
	}

	private Judged judged(Assignment assignment, List<Outcome> outcomes) {
		Sweep sweep = assignment.sweep() ? Sweep.of(outcomes) : null;
		if (sweep != null && sweep.ranked().isEmpty()) {
			throw new IllegalArgumentException("The strategy takes none of the combinations");
		}
		Map<String, BigDecimal> parameters = sweep == null ? assignment.choice().at(0) : sweep.ranked().getFirst().parameters();
		BacktestResult result = assignment.study().run(parameters);
		Inquiry inquiry = Inquiry.of(assignment.questions(), assignment.study(), parameters, result, sweep, workers.threads(), _ -> {
		});
		List<Table> findings = new ArrayList<>(List.of(inquiry.verdict()));
		findings.addAll(inquiry.findings());
		List<Trade> trades = result.trades();
		return new Judged(parameters, inquiry.promotion().words(), result.figures(), findings,
				trades.subList(Math.max(0, trades.size() - TRADES_SHOWN), trades.size()));
	}

	private void fail(UUID id, RuntimeException cause) {
		log.atWarn().addKeyValue("backtest", id).setCause(cause).log("Backtest can't be finished");
		backtests.fail(id, String.valueOf(cause.getMessage()));
	}

	private void say(UUID id, BacktestMessage data, String what) {
		outbox.append(Topics.BACKTESTS, id + " " + what, Message.beginning(Ids.named(id, what), SELF, SELF, clock.instant(), data));
	}
}
