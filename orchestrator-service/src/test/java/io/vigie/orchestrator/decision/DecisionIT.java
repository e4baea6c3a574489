package io.vigie.orchestrator.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.Wire;
import io.vigie.orchestrator.MutableClock;
import io.vigie.orchestrator.OrchestratorTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OrchestratorTest
class DecisionIT {

	@Autowired
	private DecisionBook book;
	@Autowired
	private MutableClock clock;
	@Autowired
	private Wire wire;
	@Autowired
	private TransactionTemplate transactions;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void forget() {
		jdbc.update("truncate decisions");
		clock.advance(Duration.ofSeconds(1));
	}

	@Test
	void tellsWhatIsCommittedAndKeepsSilentAboutTheRest() {
		assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
			book.record(TaskKind.SNAPSHOT, Choice.RUN, "never happened", null);
			throw new IllegalStateException("no");
		})).hasMessage("no");
		UUID task = UUID.randomUUID();
		transactions.executeWithoutResult(_ -> book.record(TaskKind.SNAPSHOT, Choice.RUN, "a minute is over", task));
		AgentLogged told = wire.await(Topics.logs("orchestrator"), AgentLogged.class, it -> it.text().equals("RUN SNAPSHOT: a minute is over")).data();
		assertThat(told.kind()).isEqualTo(AgentLogged.Kind.DECISION);
		assertThat(told.facts()).containsEntry("kind", "SNAPSHOT").containsEntry("choice", "RUN");
		assertThat(wire.received(Topics.logs("orchestrator"), AgentLogged.class)).noneMatch(it -> it.data().text().contains("never happened"));
		assertThat(book.last(10)).singleElement().satisfies(it -> {
			assertThat(it.taskId()).isEqualTo(task);
			assertThat(it.reasoning()).isEqualTo("a minute is over");
		});
	}

	@Test
	void refusesToDecideOutsideATransaction() {
		assertThatThrownBy(() -> book.record(TaskKind.SNAPSHOT, Choice.RUN, "loose", null)).isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void forgetsTheOld() {
		transactions.executeWithoutResult(_ -> book.record(TaskKind.SNAPSHOT, Choice.RUN, "old", null));
		clock.advance(Duration.ofHours(1));
		transactions.executeWithoutResult(_ -> book.record(TaskKind.SNAPSHOT, Choice.RUN, "new", null));
		book.forget(clock.instant().minusSeconds(1));
		assertThat(book.last(10)).extracting(Decision::reasoning).containsExactly("new");
	}
}
