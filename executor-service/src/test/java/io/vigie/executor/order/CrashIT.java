package io.vigie.executor.order;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static io.vigie.executor.testing.VerdictFixtures.exit;
import static io.vigie.executor.testing.VerdictFixtures.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Message;
import io.vigie.common.message.VerdictMessage;
import io.vigie.executor.reconcile.Reconciliation;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import io.vigie.executor.testing.FakeVenue.Fault;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever is cut off between intent, send and answer: one order at the venue, and its fills in the books. The venue takes a
 * client order id again where it says so, so that a repeat without a look-up would double.
 */
class CrashIT extends ExecutorTest {

	@Autowired
	private Lanes lanes;
	@Autowired
	private Settlement settlement;
	@Autowired
	private IntentDesk intents;
	@Autowired
	private AccountDesk desk;
	@Autowired
	private Reconciliation reconciliation;

	@ParameterizedTest
	@EnumSource(value = Fault.class, names = { "RESET_AFTER_ACCEPT", "ERROR_AFTER_ACCEPT", "LATE_ANSWER" })
	void findsOrderWhoseAnswerWasLost(Fault fault) {
		VENUE.acceptsIdsAgain = true;
		VENUE.lookUpFails = true;
		VENUE.faults.add(fault);
		String symbol = "L" + fault.ordinal();
		var verdict = entry("trend", symbol, "2", "10");
		say(verdict);

		awaitState(clientOrderId(verdict), "UNKNOWN");
		assertThat(held(verdict)).isEqualByComparingTo("20.2");
		VENUE.lookUpFails = false;

		awaitState(clientOrderId(verdict), "ACCEPTED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).hasSize(1);
		assertThat(roles(symbol)).containsExactly("ENTRY", "STOP_LOSS", "TAKE_PROFIT");
		tell(VENUE.exchange.fill(awaitOrder(symbol), "2", "10"));
		awaitState(clientOrderId(verdict), "FILLED");
	}

	/** A venue may take an order and not find it by its name yet: it is open all the same. */
	@Test
	void findsOrderAmongTheOpenOnesThatNobodyFindsByItsName() {
		VENUE.acceptsIdsAgain = true;
		VENUE.indexesNames = false;
		VENUE.faults.add(Fault.RESET_AFTER_ACCEPT);
		var verdict = entry("trend", "NAMELESS", "2", "10");
		say(verdict);

		awaitState(clientOrderId(verdict), "ACCEPTED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).hasSize(1);
		assertThat(roles("NAMELESS")).containsExactly("ENTRY", "STOP_LOSS", "TAKE_PROFIT");
	}

	@Test
	void keepsCashHeldWhileTheOutcomeIsUnknown() {
		VENUE.acceptsIdsAgain = true;
		VENUE.lookUpFails = true;
		VENUE.faults.add(Fault.RESET_AFTER_ACCEPT);
		var verdict = entry("breakout", "KEEP", "2", "10");
		say(verdict);
		awaitState(clientOrderId(verdict), "UNKNOWN");

		await(() -> assertThat(lookedUp(verdict)).isTrue());
		assertThat(state(clientOrderId(verdict))).isEqualTo("UNKNOWN");
		assertThat(held(verdict)).isEqualByComparingTo("20.2");
	}

	@ParameterizedTest
	@EnumSource(value = Fault.class, names = { "RESET_BEFORE_ACCEPT", "TOO_MANY" })
	void sendsAgainWhatTheVenueProvesNotToHave(Fault fault) {
		VENUE.acceptsIdsAgain = true;
		VENUE.faults.add(fault);
		var verdict = entry("trend", "R" + fault.ordinal(), "2", "10");
		say(verdict);
		await(() -> assertThat(VENUE.sent).contains(clientOrderId(verdict)));
		awaitState(clientOrderId(verdict), fault == Fault.TOO_MANY ? "INTENDED" : "UNKNOWN");
		isLongAgo(clientOrderId(verdict));

		awaitState(clientOrderId(verdict), "ACCEPTED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).hasSize(1);
	}

	@Test
	void sendsOnceWhatWasIntendedBeforeTheCrash() {
		lanes.stop();
		var verdict = entry("trend", "INT", "2", "10");
		say(verdict);
		awaitState(clientOrderId(verdict), "INTENDED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).isEmpty();

		restart();

		awaitState(clientOrderId(verdict), "ACCEPTED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).hasSize(1);
	}

	@Test
	void doesNotSendAgainWhatWasSentBeforeTheCrash() {
		VENUE.acceptsIdsAgain = true;
		var verdict = entry("trend", "SNT", "2", "10");
		say(verdict);
		awaitState(clientOrderId(verdict), "ACCEPTED");
		asIfNothingWasStoredAfterTheIntent("SNT");

		restart();

		awaitState(clientOrderId(verdict), "ACCEPTED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).hasSize(1);
		assertThat(roles("SNT")).containsExactly("ENTRY", "STOP_LOSS", "TAKE_PROFIT");
	}

	@Test
	void placesOneOrderForVerdictDeliveredAgainUnderTheSameOrAnotherId() {
		var verdict = entry("trend", "TWC", "2", "10");
		say(verdict);
		awaitState(clientOrderId(verdict), "ACCEPTED");
		say(verdict);
		say(new Message<VerdictMessage>(java.util.UUID.randomUUID(), "risk", "executor", 1, verdict.at(), verdict.correlationId(), null, verdict.data()));
		var last = entry("trend", "TWD", "2", "10");
		say(last);

		awaitState(clientOrderId(last), "ACCEPTED");
		assertThat(jdbc.sql("select count(*) from orders where symbol = 'TWC' and role = 'ENTRY'").query(Long.class).single()).isEqualTo(1);
		assertThat(VENUE.sent).filteredOn(clientOrderId(verdict)::equals).hasSize(1);
	}

	@Test
	void booksFillOnceThoughStreamAndHistoryTellIt() {
		say(entry("trend", "TWO", "5", "10"));
		FakeOrder order = awaitOrder("TWO");
		awaitState(order.clientOrderId, "ACCEPTED");
		var first = VENUE.exchange.fill(order, "2", "10");
		var second = VENUE.exchange.fill(order, "3", "11");
		var fee = VENUE.exchange.fee(order, "0.13");

		reconciliation.run("test");
		tell(first);
		tell(second);
		tell(fee);
		desk.book(List.of(said(second), said(fee), said(first)));

		awaitState(order.clientOrderId, "FILLED");
		assertThat(jdbc.sql("select count(*) from trades where symbol = 'TWO'").query(Long.class).single()).isEqualTo(2);
		assertThat(jdbc.sql("select sum(fee) from trades where symbol = 'TWO'").query(BigDecimal.class).single()).isEqualByComparingTo("0.13");
	}

	@Test
	void goesOnWithAnExitThatWasCutOff() {
		say(entry("reversion", "EXT", "5", "10"));
		FakeOrder order = awaitOrder("EXT");
		tell(VENUE.exchange.fill(order, "5", "10"));
		awaitState(order.clientOrderId, "FILLED");
		lanes.stop();
		var exit = exit("reversion", "EXT", "5");
		say(exit);
		awaitState(clientOrderId(exit), "INTENDED");
		VENUE.exchange.cancel(order.legs.getFirst().id);
		isLongAgo(clientOrderId(exit));

		restart();

		await(() -> assertThat(VENUE.exchange.byClientId(clientOrderId(exit))).hasSize(1));
		tell(VENUE.exchange.fill(VENUE.exchange.byClientId(clientOrderId(exit)).getFirst(), "5", "12"));
		awaitState(clientOrderId(exit), "FILLED");
		assertThat(jdbc.sql("select quantity from positions where symbol = 'EXT'").query(BigDecimal.class).single()).isZero();
	}

	@RepeatedTest(5)
	void sellsOnceWhenSeveralExitsCameAtOnce(RepetitionInfo repetition) {
		String symbol = "SEV" + repetition.getCurrentRepetition();
		say(entry("reversion", symbol, "5", "10"));
		FakeOrder order = awaitOrder(symbol);
		tell(VENUE.exchange.fill(order, "5", "10"));
		awaitState(order.clientOrderId, "FILLED");

		intents.intend(List.of(exit("reversion", symbol, "5"), exit("reversion", symbol, "5"), exit("reversion", symbol, "5")));

		await(() -> assertThat(jdbc.sql("select state from orders where symbol = ? and role = 'EXIT' order by state").param(symbol)
			.query(String.class).list()).containsExactly("ACCEPTED", "CANCELED", "CANCELED"));
		assertThat(VENUE.exchange.all()).filteredOn(it -> it.symbol.equals(symbol) && it.side.equals("sell") && it.isOpen()).singleElement()
			.satisfies(it -> tell(VENUE.exchange.fill(it, "5", "11")));
	}

	@Test
	void findsFillsThatHappenedWhileItWasDown() {
		say(entry("trend", "DWN", "5", "10"));
		FakeOrder order = awaitOrder("DWN");
		awaitState(order.clientOrderId, "ACCEPTED");
		VENUE.exchange.fill(order, "5", "10");
		VENUE.exchange.fee(order, "0.1");
		VENUE.exchange.fill(order.legs.get(1), "5", "9.8");

		restart();
		reconciliation.run("start");

		assertThat(state(order.clientOrderId)).isEqualTo("FILLED");
		assertThat(jdbc.sql("select role || ' ' || state from orders where symbol = 'DWN' order by role").query(String.class).list())
			.containsExactly("ENTRY FILLED", "STOP_LOSS FILLED", "TAKE_PROFIT CANCELED");
	}

	private void restart() {
		lanes.start();
		settlement.settleAll();
	}

	private void asIfNothingWasStoredAfterTheIntent(String symbol) {
		jdbc.sql("delete from order_states where order_id in (select id from orders where symbol = ?)").param(symbol).update();
		jdbc.sql("delete from orders where symbol = ? and parent_id is not null").param(symbol).update();
		jdbc.sql("update orders set state = 'INTENDED', venue_order_id = null, awaits_legs = true, changes = 1 where symbol = ?").param(symbol).update();
	}

	private boolean lookedUp(Message<VerdictMessage> verdict) {
		return jdbc.sql("select changed_at < now() - interval '1500 ms' from orders where client_order_id = ?").param(clientOrderId(verdict))
			.query(Boolean.class).single();
	}

	private BigDecimal held(Message<VerdictMessage> verdict) {
		return jdbc.sql("select remaining from holds where order_id = (select id from orders where client_order_id = ?)")
			.param(clientOrderId(verdict)).query(BigDecimal.class).single();
	}

	private List<String> roles(String symbol) {
		return jdbc.sql("select role from orders where symbol = ? order by role").param(symbol).query(String.class).list();
	}
}
