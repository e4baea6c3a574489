package io.vigie.analyst.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.portfolio.Portfolios;
import io.vigie.analyst.price.Prices;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalMessage;
import io.vigie.common.message.SignalRaised;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalsTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
	private static final Bar BAR = MarketFixtures.bar("BTC/USD", 3, "800.5");

	private final Portfolios portfolios = mock();
	private final Prices prices = mock();
	private final Proposals proposals = new Proposals(portfolios, prices, new ProposalSettings(Duration.ofSeconds(60)),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void flat() {
		when(portfolios.isKnown("trend")).thenReturn(true);
		when(portfolios.held("trend", "BTC/USD")).thenReturn(BigDecimal.ZERO);
	}

	@Test
	void buysWhenFlat() {
		TradeProposed proposed = proposed(Action.BUY);
		assertThat(proposed.action()).isEqualTo(Action.BUY);
		assertThat(proposed.price()).isEqualByComparingTo("800.5");
		assertThat(proposed.decidedAt()).isEqualTo(BAR.closeAt());
		assertThat(proposed.reasoning()).isEqualTo("because");
		assertThat(proposed.evidence().tick()).isNull();
		assertThat(proposed.evidence().indicators()).containsEntry("x", BigDecimal.ONE);
		assertThat(withheld(Action.CLOSE, NOW)).isEqualTo("it holds none");
	}

	@Test
	void closesWhatItHolds() {
		when(portfolios.held("trend", "BTC/USD")).thenReturn(new BigDecimal("0.25"));
		assertThat(proposed(Action.CLOSE).action()).isEqualTo(Action.CLOSE);
		assertThat(withheld(Action.BUY, NOW)).isEqualTo("it holds 0.25 already");
	}

	@Test
	void proposesNothingForABotOfWhichNothingIsKnown() {
		when(portfolios.isKnown("trend")).thenReturn(false);
		assertThat(withheld(Action.BUY, NOW)).contains("nothing is known");
		assertThat(withheld(Action.CLOSE, NOW)).contains("nothing is known");
	}

	@Test
	void opensNothingOnAnOldBarButStillCloses() {
		assertThat(withheld(Action.BUY, NOW.minusSeconds(61))).isEqualTo("the bar was told of 61 s ago");
		assertThat(consider(Action.BUY, NOW.minusSeconds(60))).isInstanceOf(Answer.Proposed.class);
		when(portfolios.held("trend", "BTC/USD")).thenReturn(BigDecimal.ONE);
		assertThat(consider(Action.CLOSE, NOW.minusSeconds(3600))).isInstanceOf(Answer.Proposed.class);
	}

	@Test
	void namesThePriceOfAPrintThatCameAfterTheBar() {
		when(prices.last("BTC/USD")).thenReturn(new Tick("BTC/USD", 9, BAR.closeAt(), new BigDecimal("801.7"), BigDecimal.ONE));
		assertThat(proposed(Action.BUY).price()).isEqualByComparingTo("801.7");
		when(prices.last("BTC/USD")).thenReturn(new Tick("BTC/USD", 8, BAR.closeAt().minusNanos(1), new BigDecimal("802"), BigDecimal.ONE));
		TradeProposed proposed = proposed(Action.BUY);
		assertThat(proposed.price()).isEqualByComparingTo("800.5");
		assertThat(proposed.evidence().tick()).isNotNull();
	}

	/** Whatever print this instance has read of meanwhile: a replay would have read another. */
	@Test
	void decidesAtThePrintThatClosedTheBar() {
		when(prices.last("BTC/USD")).thenReturn(new Tick("BTC/USD", 9, BAR.closeAt().plusSeconds(9), new BigDecimal("900"), BigDecimal.ONE));
		var closing = new Tick("BTC/USD", 8, BAR.closeAt(), new BigDecimal("801.7"), BigDecimal.ONE);
		Message<BarMessage> cause = Message.beginning(Ids.named("bar"), "sentinel", Message.ALL, NOW, new BarClosed(BAR, closing));
		Message<SignalMessage> signal = signal(Action.BUY, cause);
		var proposed = (TradeProposed) ((Answer.Proposed) proposals.consider(signal, (SignalRaised) signal.data(), BAR, cause)).proposal().data();
		assertThat(proposed.price()).isEqualByComparingTo("801.7");
		assertThat(proposed.evidence().tick()).isEqualTo(closing);
	}

	@Test
	void givesTheSameIdWheneverItConsidersTheSameSignal() {
		var first = (Answer.Proposed) consider(Action.BUY, NOW);
		var second = (Answer.Proposed) consider(Action.BUY, NOW.minusSeconds(5));
		assertThat(second.proposal().id()).isEqualTo(first.proposal().id());
		assertThat(first.proposal().causationId()).isEqualTo(signal(Action.BUY, cause(NOW)).id());
		assertThat(first.proposal().correlationId()).isEqualTo(cause(NOW).id());
	}

	private TradeProposed proposed(Action action) {
		return (TradeProposed) ((Answer.Proposed) consider(action, NOW)).proposal().data();
	}

	private String withheld(Action action, Instant toldAt) {
		return ((Answer.Withheld) consider(action, toldAt)).reason();
	}

	private Answer consider(Action action, Instant toldAt) {
		Message<BarMessage> cause = cause(toldAt);
		Message<SignalMessage> signal = signal(action, cause);
		return proposals.consider(signal, (SignalRaised) signal.data(), BAR, cause);
	}

	private static Message<BarMessage> cause(Instant toldAt) {
		return MarketFixtures.told(BAR, toldAt);
	}

	private static Message<SignalMessage> signal(Action action, Message<BarMessage> cause) {
		return cause.leadsTo(Ids.named("signal", action), "analyst", Message.ALL, NOW, new SignalRaised("trend", "sma-cross", "BTC/USD",
				BAR.timeframe(), BAR.closeAt(), action, new BigDecimal("0.7"), BAR.close(), Map.of("x", BigDecimal.ONE), "because"));
	}
}
