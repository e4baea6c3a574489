package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.venue.Trail;
import io.vigie.executor.testing.VerdictFixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntentTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

	@Test
	void isTheSameOrderForTheSameProposal() {
		var verdict = VerdictFixtures.entry("trend", "BTC/USD", "2", "100");
		var again = new Message<VerdictMessage>(UUID.randomUUID(), "risk", "executor", 1, NOW, verdict.correlationId(), null, verdict.data());

		assertThat(intent(again).clientOrderId()).isEqualTo(intent(verdict).clientOrderId());
		assertThat(intent(verdict).clientOrderId()).startsWith("trend-").hasSizeLessThan(128);
	}

	@Test
	void buysWithABracket() {
		Order order = intent(VerdictFixtures.entry("trend", "BTC/USD", "2", "100"));

		assertThat(order.terms().side()).isEqualTo(Side.BUY);
		assertThat(order.is(OrderRole.ENTRY)).isTrue();
		assertThat(order.terms().stopLoss()).isEqualByComparingTo("98");
		assertThat(order.terms().takeProfit()).isEqualByComparingTo("104");
		assertThat(order.awaitsLegs()).isTrue();
		assertThat(order.life().state()).isEqualTo(OrderState.INTENDED);
	}

	@Test
	void closesBySelling() {
		Order order = intent(VerdictFixtures.exit("trend", "BTC/USD", "2"));

		assertThat(order.terms().side()).isEqualTo(Side.SELL);
		assertThat(order.is(OrderRole.EXIT)).isTrue();
		assertThat(order.awaitsLegs()).isFalse();
		assertThat(order.asWritten().stopLoss()).isNull();
	}

	@Test
	void buysInTheWayThatWasAskedFor() {
		Order order = intent(styled("AAPL", "2", new OrderStyle(OrderType.STOP_LIMIT, TimeInForce.DAY, new BigDecimal("101"), new BigDecimal("100.5"))));

		assertThat(order.asWritten().type()).isEqualTo(OrderType.STOP_LIMIT);
		assertThat(order.asWritten().timeInForce()).isEqualTo(TimeInForce.DAY);
		assertThat(order.asWritten().limitPrice()).isEqualByComparingTo("101");
		assertThat(order.asWritten().stopPrice()).isEqualByComparingTo("100.5");
		assertThat(order.awaitsLegs()).isTrue();
		assertThat(order.terms().stopLoss()).isEqualByComparingTo("98");
	}

	@Test
	void choosesTheTimeWhereNoneWasAskedFor() {
		assertThat(intent(styled("AAPL", "1.5", new OrderStyle(OrderType.LIMIT, null, new BigDecimal("99"), null))).terms().timeInForce())
			.isEqualTo(TimeInForce.DAY);
	}

	/** No venue lets a bracket come with an order that is over at once: the executor protects what it buys. */
	@ParameterizedTest
	@EnumSource(value = TimeInForce.class, names = { "DAY", "GTC" }, mode = EnumSource.Mode.EXCLUDE)
	void goesAloneWhereItMayNotRest(TimeInForce time) {
		Order order = intent(styled("AAPL", "2", new OrderStyle(OrderType.LIMIT, time, new BigDecimal("99"), null)));

		assertThat(order.awaitsLegs()).isFalse();
		assertThat(order.asWritten().stopLoss()).isNull();
		assertThat(order.terms().stopLoss()).isEqualByComparingTo("98");
	}

	private static Message<VerdictMessage> styled(String symbol, String quantity, OrderStyle style) {
		var approved = (ProposalApproved) VerdictFixtures.entry("trend", symbol, quantity, "100").data();
		return VerdictFixtures.styled(approved, style);
	}

	@Test
	void sellsByAStopThatTrails() {
		Order order = exit(new OrderStyle(OrderType.TRAILING_STOP, TimeInForce.DAY, null, null, null, new BigDecimal("2.5"), null));

		assertThat(order.is(OrderRole.STOP_LOSS)).isTrue();
		assertThat(order.replacesProtection()).isTrue();
		assertThat(order.awaitsLegs()).isFalse();
		assertThat(order.asWritten().side()).isEqualTo(Side.SELL);
		assertThat(order.asWritten().trail()).isEqualTo(new Trail.Percent(new BigDecimal("2.5")));
		assertThat(order.stoppedAt(BigDecimal.TEN).asWritten().stopPrice()).as("where it stands is the venue's to say").isNull();
	}

	@Test
	void sellsByTheFirstOfTwo() {
		Order order = exit(new OrderStyle(OrderType.STOP_LIMIT, null, new BigDecimal("8.9"), new BigDecimal("9"), null, null, new BigDecimal("12")));

		assertThat(order.is(OrderRole.TAKE_PROFIT)).isTrue();
		assertThat(order.replacesProtection()).isTrue();
		assertThat(order.awaitsLegs()).isTrue();
		assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.GTC);
		assertThat(order.asWritten().takeProfit()).isEqualByComparingTo("12");
		assertThat(order.asWritten().stopLoss()).isEqualByComparingTo("9");
		assertThat(order.asWritten().stopLimit()).isEqualByComparingTo("8.9");
	}

	@Test
	void buysBehindATrailAndAlone() {
		Order order = intent(styled("AAPL", "2", new OrderStyle(OrderType.TRAILING_STOP, null, null, null, BigDecimal.ONE, null, null)));

		assertThat(order.is(OrderRole.ENTRY)).isTrue();
		assertThat(order.replacesProtection()).isFalse();
		assertThat(order.awaitsLegs()).isFalse();
		assertThat(order.asWritten().trail()).isEqualTo(new Trail.Amount(BigDecimal.ONE));
		assertThat(order.asWritten().takeProfit()).isNull();
	}

	@Test
	void buysByValue() {
		Order order = intent(VerdictFixtures.byValue((ProposalApproved) VerdictFixtures.entry("trend", "AAPL", "2.5", "100").data(), "250"));

		assertThat(order.asWritten().notional()).isEqualByComparingTo("250");
		assertThat(order.life().byValue()).isTrue();
		assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.DAY);
		assertThat(order.awaitsLegs()).as("no bracket comes along").isFalse();
	}

	private static Order exit(OrderStyle style) {
		return intent(VerdictFixtures.exit("trend", "AAPL", "2", style));
	}

	@Test
	void refusesAnEntryWithoutProtection() {
		var approved = (ProposalApproved) VerdictFixtures.entry("trend", "BTC/USD", "2", "100").data();
		var bare = VerdictFixtures.verdict(new ProposalApproved(approved.proposalId(), approved.proposal(), approved.quantity(), null, null,
				approved.hold(), approved.rules(), approved.decidedAt()));

		assertThatIllegalArgumentException().isThrownBy(() -> intent(bare)).withMessageContaining("stop-loss");
	}

	@Test
	void buysFractionsOfSharesForTheDay() {
		assertThat(Intent.timeInForce("AAPL", new BigDecimal("1.5"))).isEqualTo(TimeInForce.DAY);
		assertThat(Intent.timeInForce("AAPL", new BigDecimal("2.0"))).isEqualTo(TimeInForce.GTC);
		assertThat(Intent.timeInForce("BTC/USD", new BigDecimal("1.5"))).isEqualTo(TimeInForce.GTC);
	}

	@Test
	void knowsWhenItsChainBegan() {
		UUID first = Ids.next(NOW);
		var timed = new Message<VerdictMessage>(UUID.randomUUID(), "risk", "executor", 1, NOW.plusSeconds(9), first, null,
				VerdictFixtures.entry("trend", "A", "1", "1").data());
		var named = new Message<VerdictMessage>(UUID.randomUUID(), "risk", "executor", 1, NOW.plusSeconds(9), Ids.named("bar"), null, timed.data());

		assertThat(Chain.from(timed).beganAt()).isEqualTo(NOW);
		assertThat(Chain.from(named).beganAt()).isEqualTo(NOW.plusSeconds(9));
	}

	private static Order intent(Message<VerdictMessage> verdict) {
		return Intent.of(verdict, (ProposalApproved) verdict.data(), true, NOW);
	}
}
