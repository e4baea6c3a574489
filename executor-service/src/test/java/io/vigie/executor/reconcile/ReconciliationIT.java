package io.vigie.executor.reconcile;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskKind;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReconciliationIT extends ExecutorTest {

	@Autowired
	private Reconciliation reconciliation;

	@Test
	void agreesWithTheBroker() {
		assertThat(reconciliation.run("test").drifts()).isEmpty();
	}

	@Test
	void booksFillAndFeeThatNobodyTold() {
		say(entry("trend", "MIS", "2", "10"));
		FakeOrder order = awaitOrder("MIS");
		awaitState(order.clientOrderId, "ACCEPTED");
		VENUE.exchange.fill(order, "2", "10");
		VENUE.exchange.fee(order, "0.07");

		Report report = reconciliation.run("test");

		assertThat(report.drifts()).isEmpty();
		assertThat(report.booked()).isGreaterThanOrEqualTo(2);
		assertThat(jdbc.sql("select bot from trades where symbol = 'MIS'").query(String.class).single()).isEqualTo("trend");
		assertThat(jdbc.sql("select fee from trades where symbol = 'MIS'").query(BigDecimal.class).single()).isEqualByComparingTo("0.07");
	}

	@Test
	void adoptsOrderThatIsOpenAtTheBrokerOnly() {
		FakeOrder foreign = VENUE.exchange.placeByHand("HND", "1");

		assertThat(reconciliation.run("test").drifts()).isEmpty();
		assertThat(state(foreign.clientOrderId)).isEqualTo("ACCEPTED");
	}

	@Test
	void reportsCashThatNothingExplainsAndChangesNothing() {
		BigDecimal before = jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single();
		VENUE.exchange.addCash("12.34");
		try {
			Report report = reconciliation.run("test");

			assertThat(report.drifts()).containsExactly(Drift.of("cash", "USD", io.vigie.executor.ledger.Plain.of(before),
					io.vigie.executor.ledger.Plain.of(before.add(new BigDecimal("12.34")))));
			assertThat(jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single()).isEqualByComparingTo(before);
		}
		finally {
			VENUE.exchange.addCash("-12.34");
		}
	}

	@Test
	void answersTheOrchestrator() {
		TaskFinished reconciled = ask(TaskKind.RECONCILIATION, "executor", 60);
		assertThat(reconciled.outcome()).isEqualTo(TaskFinished.Outcome.DONE);
		assertThat(reconciled.facts()).containsEntry("drifts", "0");

		TaskFinished snapshot = ask(TaskKind.SNAPSHOT, "executor", 60);
		assertThat(snapshot.outcome()).isEqualTo(TaskFinished.Outcome.DONE);
		assertThat(snapshot.facts()).containsKey("equity.trend");
		assertThat(jdbc.sql("select count(*) from portfolio_snapshots where bot = 'trend'").query(Long.class).single()).isGreaterThanOrEqualTo(2);

		assertThat(ask(TaskKind.SNAPSHOT, "executor", -60).outcome()).isEqualTo(TaskFinished.Outcome.SKIPPED);
	}

	private TaskFinished ask(TaskKind kind, String owner, long seconds) {
		Instant now = Instant.now();
		var task = new RunTask(UUID.randomUUID(), kind, owner, Map.of(), 5, "test", now.plusSeconds(seconds));
		wire.sendTwice(Topics.TASKS, owner, Message.beginning(UUID.randomUUID(), "orchestrator", owner, now, task));
		return wire.await(Topics.results("executor"), TaskFinished.class, it -> it.taskId().equals(task.taskId())).data();
	}
}
