package io.vigie.executor.reconcile;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static io.vigie.executor.testing.VerdictFixtures.exit;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskKind;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class ReconciliationIT extends ExecutorTest {

	@Autowired
	private Reconciliation reconciliation;
	@Autowired
	private Settlement settlement;
	@Autowired
	private Corrections corrections;
	@LocalServerPort
	private int port;

	@Test
	void agreesWithTheBroker() {
		assertThat(reconciliation.run("test").drifts()).isEmpty();
	}

	@Test
	void booksFillAndFeeThatNobodyTold() {
		FakeOrder order = ordered("trend", "MIS", "2", "10");
		VENUE.exchange.fill(order, "2", "10");
		VENUE.exchange.fee(order, "0.07");

		Report report = reconciliation.run("test");

		assertThat(report.drifts()).isEmpty();
		assertThat(report.booked()).isGreaterThanOrEqualTo(2);
		assertThat(classes(report, "MIS")).containsExactlyInAnyOrder(DriftClass.MISSING_FILL, DriftClass.MISSING_FEE);
		assertThat(difference(report, "MIS", DriftClass.MISSING_FILL)).isEqualByComparingTo("2");
		assertThat(difference(report, "MIS", DriftClass.MISSING_FEE)).isEqualByComparingTo("-0.07");
		assertThat(jdbc.sql("select bot from trades where symbol = 'MIS'").query(String.class).single()).isEqualTo("trend");
		assertThat(jdbc.sql("select fee from trades where symbol = 'MIS'").query(BigDecimal.class).single()).isEqualByComparingTo("0.07");
		assertThat(reconciliation.run("again").findings()).isEmpty();
	}

	@Test
	void tellsOfFillsThatTheStartFoundByAskingTheVenue() {
		FakeOrder order = ordered("trend", "STA", "2", "10");
		VENUE.exchange.fill(order, "2", "10");
		Instant began = Instant.now();
		settlement.settleAll();

		Report report = reconciliation.runOnStart("start", began);

		assertThat(classes(report, "STA")).containsExactly(DriftClass.MISSING_FILL);
		assertThat(report.drifts()).isEmpty();
	}

	@Test
	void adoptsOrderThatIsOpenAtTheBrokerOnly() {
		FakeOrder foreign = VENUE.exchange.placeByHand("HND", "1");

		Report report = reconciliation.run("test");

		assertThat(report.drifts()).isEmpty();
		assertThat(classes(report, foreign.id)).containsExactly(DriftClass.FOREIGN_ORDER);
		assertThat(state(foreign.clientOrderId)).isEqualTo("ACCEPTED");
	}

	@Test
	void booksToTheReserveWhatSomebodyElseTraded() {
		FakeOrder foreign = VENUE.exchange.placeByHand("HNF", "3");
		VENUE.exchange.fill(foreign, "3", "20");

		Report report = reconciliation.run("test");

		assertThat(classes(report, "HNF")).containsExactly(DriftClass.FOREIGN_ORDER);
		assertThat(report.drifts()).isEmpty();
		assertThat(jdbc.sql("select bot || ' ' || trim_scale(quantity) || ' ' || trim_scale(cost) from positions where symbol = 'HNF'")
			.query(String.class).single()).isEqualTo("reserve 3 60");
	}

	@Test
	void paysADividendThatNobodyToldToAllWhoHold() {
		bought("trend", "DVD", "10", "10");
		bought("breakout", "DVD", "5", "10");
		BigDecimal trend = portfolio("trend", "income");
		BigDecimal breakout = portfolio("breakout", "income");
		VENUE.exchange.moved("DIV", "DVD", "4.50", "15", "cash dividend");

		Report report = reconciliation.run("test");

		assertThat(classes(report, "DVD")).containsExactly(DriftClass.CORPORATE_ACTION);
		assertThat(difference(report, "DVD", DriftClass.CORPORATE_ACTION)).isEqualByComparingTo("4.5");
		assertThat(report.drifts()).isEmpty();
		assertThat(portfolio("trend", "income").subtract(trend)).isEqualByComparingTo("3");
		assertThat(portfolio("breakout", "income").subtract(breakout)).isEqualByComparingTo("1.5");
	}

	@Test
	void splitsFourForOneAtTheSameCost() {
		bought("trend", "SPL", "10", "100");
		VENUE.exchange.moved("SPLIT", "SPL", "0", "30", "4:1");

		Report report = reconciliation.run("test");

		assertThat(classes(report, "SPL")).containsExactly(DriftClass.CORPORATE_ACTION);
		assertThat(report.drifts()).isEmpty();
		assertThat(position("SPL")).isEqualTo("40 1000 25");
	}

	@Test
	void sellsTheFractionThatAReverseSplitLeavesOver() {
		bought("trend", "REV", "10", "100");
		VENUE.exchange.moved("SPLIT", "REV", "99", "-7", "1:3");

		Report report = reconciliation.run("test");

		assertThat(classes(report, "REV")).containsExactly(DriftClass.CORPORATE_ACTION);
		assertThat(report.drifts()).isEmpty();
		assertThat(jdbc.sql("select trim_scale(quantity) || ' ' || round(cost, 4) || ' ' || round(realised, 4) from positions where symbol = 'REV'")
			.query(String.class).single()).isEqualTo("3 900.0000 -1.0000");
	}

	@Test
	void sellsTheFractionThoughTheMoneyForItIsAnEntryOfItsOwn() {
		bought("trend", "REW", "10", "100");
		VENUE.exchange.moved("SPLIT", "REW", "0", "-7", "Split 1:3 of REW");
		VENUE.exchange.moved("CIL", "REW", "99", null, "Cash in lieu of fractions of REW");

		Report report = reconciliation.run("test");

		assertThat(classes(report, "REW")).containsExactly(DriftClass.CORPORATE_ACTION, DriftClass.CORPORATE_ACTION);
		assertThat(report.drifts()).isEmpty();
		assertThat(jdbc.sql("select trim_scale(quantity) || ' ' || round(cost, 4) || ' ' || round(realised, 4) from positions where symbol = 'REW'")
			.query(String.class).single()).isEqualTo("3 900.0000 -1.0000");
	}

	@Test
	void recognisesASplitThatTheHistoryDoesNotTell() {
		bought("trend", "SIL", "10", "100");
		VENUE.exchange.addUnits("SIL", "30");

		Report report = reconciliation.run("test");

		assertThat(classes(report, "SIL")).containsExactly(DriftClass.CORPORATE_ACTION);
		assertThat(report.drifts()).isEmpty();
		assertThat(report.unexplained()).isZero();
		assertThat(position("SIL")).isEqualTo("40 1000 25");
	}

	@Test
	void findsAFeeThatIsDatedBackForDays() {
		BigDecimal before = portfolio("reserve", "fees");
		VENUE.exchange.moved("FEE", null, "-0.42", null, "regulatory fee", VENUE.exchange.now().minus(Duration.ofHours(36)));

		Report report = reconciliation.run("test");

		assertThat(classes(report, "cash")).containsExactly(DriftClass.MISSING_FEE);
		assertThat(report.drifts()).isEmpty();
		assertThat(portfolio("reserve", "fees").subtract(before)).isEqualByComparingTo("0.42");
	}

	@Test
	void bringsATransferOfCashToTheReserve() {
		BigDecimal before = portfolio("reserve", "capital");
		VENUE.exchange.moved("CSD", null, "5000", null, "deposit");

		Report report = reconciliation.run("test");

		assertThat(classes(report, "cash")).containsExactly(DriftClass.CASH_MOVEMENT);
		assertThat(report.drifts()).isEmpty();
		assertThat(portfolio("reserve", "capital").subtract(before)).isEqualByComparingTo("5000");
	}

	@Test
	void booksALittleThatNothingExplainsAndUndoesItOnceItIsExplained() {
		VENUE.exchange.addCash("-3.21");
		Report adjusted = reconciliation.run("test");
		assertThat(classes(adjusted, "USD")).containsExactly(DriftClass.UNEXPLAINED);
		assertThat(adjusted.drifts()).isEmpty();
		assertThat(adjusted.unexplained()).isEqualByComparingTo("3.21");
		assertThat(jdbc.sql("select cause from ledger_transactions where kind = 'ADJUSTMENT' order by seq desc limit 1").query(String.class).single())
			.contains("within the limit");

		VENUE.exchange.tell("FEE", null, "-3.21", null, "told late", VENUE.exchange.now());
		Report explained = reconciliation.run("test");

		assertThat(explained.findings()).extracting(Finding::driftClass).containsExactlyInAnyOrder(DriftClass.MISSING_FEE, DriftClass.LATE_EVENT);
		assertThat(explained.drifts()).isEmpty();
		assertThat(jdbc.sql("select count(*) from ledger_transactions where key like 'reversal:%'").query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void stopsEntriesUntilSomebodyAcknowledgesWhatNothingExplains() {
		bought("trend", "ACK", "2", "10");
		VENUE.exchange.addCash("-123.45");
		try {
			Report report = reconciliation.run("test");
			assertThat(classes(report, "USD")).containsExactly(DriftClass.UNEXPLAINED);
			assertThat(report.drifts()).hasSize(1);
			assertThat(report.booked()).isZero();

			var refused = entry("trend", "ACN", "1", "10");
			say(refused);
			awaitState(clientOrderId(refused), "CANCELED");
			assertThat(jdbc.sql("select reason from orders where client_order_id = ?").param(clientOrderId(refused)).query(String.class).single())
				.contains("123.45");
			assertThat(VENUE.exchange.byClientId(clientOrderId(refused))).isEmpty();
			var exit = exit("trend", "ACK", "2");
			say(exit);
			awaitState(clientOrderId(exit), "ACCEPTED");
			tell(VENUE.exchange.fill(VENUE.exchange.byClientId(clientOrderId(exit)).getFirst(), "2", "11"));
			awaitState(clientOrderId(exit), "FILLED");
		}
		finally {
			Report acknowledged = reconciliation.acknowledge("a wire nobody entered");
			assertThat(acknowledged.drifts()).isEmpty();
			assertThat(acknowledged.booked()).isEqualTo(1);
		}
		assertThat(jdbc.sql("select cause from ledger_transactions where kind = 'ADJUSTMENT' order by seq desc limit 1").query(String.class).single())
			.isEqualTo("acknowledged: a wire nobody entered");
		ordered("trend", "ACM", "1", "10");
	}

	@Test
	void letsEntriesGoOnOnceTheDifferenceIsExplained() {
		VENUE.exchange.addCash("-200");
		reconciliation.run("test");
		assertThat(blocked()).isTrue();

		VENUE.exchange.tell("CSW", null, "-200", null, "withdrawal", VENUE.exchange.now());
		Report report = reconciliation.run("test");

		assertThat(classes(report, "cash")).containsExactly(DriftClass.CASH_MOVEMENT);
		assertThat(blocked()).isFalse();
		assertThat(report.drifts()).isEmpty();
	}

	@Test
	void takesOverUnitsThatSomebodyAnswersFor() {
		bought("trend", "UNI", "10", "100");
		VENUE.exchange.addUnits("UNI", "-4", "-400.9");
		Report report = reconciliation.run("test");
		assertThat(report.drifts()).singleElement().satisfies(it -> assertThat(it.subject()).isEqualTo("UNI"));
		assertThat(report.unexplained()).isGreaterThan(new BigDecimal("300"));
		assertThat(position("UNI")).isEqualTo("10 1000 100");

		reconciliation.acknowledge("given away");

		assertThat(position("UNI")).isEqualTo("6 600 100");
		assertThat(blocked()).isFalse();
	}

	@Test
	void booksNothingWhereTheBooksChangedSinceTheyWereLookedAt() {
		BigDecimal cash = jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single();
		Drift seen = Drift.of("cash", "USD", cash.add(BigDecimal.ONE), cash);

		List<Finding> booked = corrections.book(List.of(new Judged(seen, DriftClass.UNEXPLAINED, Judged.Remedy.ADJUST, BigDecimal.ONE, "test", null)),
				UUID.randomUUID(), Instant.EPOCH);

		assertThat(booked).isEmpty();
		assertThat(jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single()).isEqualByComparingTo(cash);
	}

	@Test
	void showsWhatWasFoundAndAsksForAReason() throws Exception {
		VENUE.exchange.moved("INT", null, "0.25", null, "interest");
		JsonNode report = http("POST", "/trading/reconcile", "", 200);
		assertThat(report.at("/findings/0/drift_class").asString()).isEqualTo("CASH_MOVEMENT");
		assertThat(report.at("/findings/0/difference").asString()).isEqualTo("0.25");

		JsonNode kept = http("GET", "/trading/reconciliations?limit=1", "", 200).get(0);
		assertThat(kept.path("id")).isEqualTo(report.path("id"));
		assertThat(kept.path("findings")).isEqualTo(report.path("findings"));
		assertThat(kept.path("booked").asInt()).isEqualTo(1);

		assertThat(http("POST", "/trading/reconcile/acknowledge", "{\"reason\":\" \"}", 400).path("status").asInt()).isEqualTo(400);
		assertThat(http("GET", "/trading/reconciliations?limit=0", "", 400).path("status").asInt()).isEqualTo(400);
		assertThat(http("POST", "/trading/reconcile/acknowledge", "{\"reason\":\"nothing to say\"}", 200).path("drifts")).isEmpty();
	}

	private JsonNode http(String method, String path, String body, int status) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
				.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
			return VigieJson.mapper().readTree(response.body());
		}
	}

	@Test
	void callsNothingUnexplainedWhileTheBrokerIsBusy() {
		VENUE.restless = true;
		VENUE.exchange.addCash("1000");
		try {
			Report report = reconciliation.run("test");

			assertThat(report.settled()).isFalse();
			assertThat(report.findings()).extracting(Finding::driftClass).doesNotContain(DriftClass.UNEXPLAINED);
			assertThat(blocked()).isFalse();
		}
		finally {
			VENUE.restless = false;
			VENUE.exchange.addCash("-1000");
			reconciliation.run("test");
		}
	}

	@Test
	void doesNotBookForAnEventThatIsStillOnItsWay() {
		FakeOrder order = ordered("trend", "LAT", "2", "10");
		var told = VENUE.exchange.fill(order, "2", "10");
		CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> tell(told));

		Report report = reconciliation.run("test");

		assertThat(classes(report, "LAT")).containsExactly(DriftClass.LATE_EVENT);
		assertThat(report.drifts()).isEmpty();
		awaitState(order.clientOrderId, "FILLED");
	}

	@Test
	void reconcilesAfterALinkToTheBrokerIsBack() {
		Instant before = Instant.now();
		var up = new ConnectionChanged("account-stream", ConnectionChanged.LinkState.UP, 0, before, "back");
		wire.sendTwice(Topics.CONNECTIONS, "account-stream", Message.beginning(Ids.next(before), "sentinel", Message.ALL, before, up));

		await(() -> assertThat(jdbc.sql("select count(*) from reconciliations where reason = 'reconnected: account-stream' and finished_at > ?")
			.param(java.sql.Timestamp.from(before)).query(Long.class).single()).isPositive());
	}

	@Test
	void answersTheOrchestrator() {
		TaskFinished reconciled = ask(TaskKind.RECONCILIATION, "executor", 60);
		assertThat(reconciled.outcome()).isEqualTo(TaskFinished.Outcome.DONE);
		assertThat(reconciled.facts()).containsEntry("drifts", "0").containsEntry("unexplained", "0").containsEntry("settled", "true");

		TaskFinished snapshot = ask(TaskKind.SNAPSHOT, "executor", 60);
		assertThat(snapshot.outcome()).isEqualTo(TaskFinished.Outcome.DONE);
		assertThat(snapshot.facts()).containsKey("equity.trend");
		assertThat(jdbc.sql("select count(*) from portfolio_snapshots where bot = 'trend'").query(Long.class).single()).isGreaterThanOrEqualTo(2);

		assertThat(ask(TaskKind.SNAPSHOT, "executor", -60).outcome()).isEqualTo(TaskFinished.Outcome.SKIPPED);
	}

	private FakeOrder ordered(String bot, String symbol, String quantity, String price) {
		var verdict = entry(bot, symbol, quantity, price);
		say(verdict);
		awaitState(clientOrderId(verdict), "ACCEPTED");
		return VENUE.exchange.byClientId(clientOrderId(verdict)).getFirst();
	}

	private void bought(String bot, String symbol, String quantity, String price) {
		FakeOrder order = ordered(bot, symbol, quantity, price);
		tell(VENUE.exchange.fill(order, quantity, price));
		awaitState(order.clientOrderId, "FILLED");
	}

	private boolean blocked() {
		return jdbc.sql("select exists (select from entry_blocks where cause = 'drift')").query(Boolean.class).single();
	}

	private BigDecimal portfolio(String bot, String column) {
		return jdbc.sql("select " + column + " from portfolios where bot = ?").param(bot).query(BigDecimal.class).single();
	}

	private String position(String symbol) {
		return jdbc.sql("select trim_scale(quantity) || ' ' || trim_scale(cost) || ' ' || trim_scale(average_price) from positions where symbol = ?")
			.param(symbol).query(String.class).single();
	}

	private static List<DriftClass> classes(Report report, String subject) {
		return about(report, subject).map(Finding::driftClass).toList();
	}

	private static BigDecimal difference(Report report, String subject, DriftClass driftClass) {
		return about(report, subject).filter(it -> it.driftClass() == driftClass).findFirst().orElseThrow().difference();
	}

	private static Stream<Finding> about(Report report, String subject) {
		return report.findings().stream().filter(it -> it.subject().equals(subject));
	}

	private TaskFinished ask(TaskKind kind, String owner, long seconds) {
		Instant now = Instant.now();
		var task = new RunTask(UUID.randomUUID(), kind, owner, Map.of(), 5, "test", now.plusSeconds(seconds));
		wire.sendTwice(Topics.TASKS, owner, Message.beginning(UUID.randomUUID(), "orchestrator", owner, now, task));
		return wire.await(Topics.results("executor"), TaskFinished.class, it -> it.taskId().equals(task.taskId())).data();
	}
}
