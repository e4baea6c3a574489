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
import io.vigie.engine.order.TimeInForce;
import io.vigie.executor.testing.VerdictFixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
