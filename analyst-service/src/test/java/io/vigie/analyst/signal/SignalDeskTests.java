package io.vigie.analyst.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.BotFixtures;
import io.vigie.analyst.portfolio.Portfolios;
import io.vigie.analyst.proposal.Answer;
import io.vigie.analyst.proposal.Proposals;
import io.vigie.analyst.series.Reading;
import io.vigie.analyst.series.Watches;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Publisher;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.SignalRaised;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.TransientDataAccessResourceException;

class SignalDeskTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
	private static final Bar BAR = MarketFixtures.bar("BTC/USD", 3, "9");

	private final Watches watches = mock();
	private final Portfolios portfolios = mock();
	private final Proposals proposals = mock();
	private final Publisher publisher = mock();
	private final AgentLogs diary = mock();
	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
	private final SignalDesk desk = new SignalDesk(watches, new Sources(BotFixtures.bots(BotFixtures.crosser("ETH/USD"), BotFixtures.bot("same", "every-bar", Map.of(), "BTC/USD"))), portfolios, proposals, publisher, diary, Clock.fixed(NOW, ZoneOffset.UTC), metrics);

	@BeforeEach
	void brokerAnswers() {
		when(publisher.send(any(), any(), any())).thenAnswer(_ -> CompletableFuture.completedFuture(null));
		when(proposals.consider(any(), any(), any(), any())).thenReturn(new Answer.Withheld("it holds none"));
	}

	@Test
	void saysSignalAndProposal() {
		wants(Action.BUY);
		Message<ProposalMessage> proposal = mock();
		when(proposals.consider(any(), any(), any(), any())).thenReturn(new Answer.Proposed(proposal));
		desk.decide(List.of(told()));
		verify(publisher).send(Topics.PROPOSALS, "crosser", proposal);
		verify(publisher).send(eq(Topics.SIGNALS), eq("BTC/USD"), any());
		verify(diary).log(eq(AgentLogged.Kind.DECISION), eq("crosser"), contains("Proposes to BUY BTC/USD: because"), any(), any());
		assertThat(metrics.counter("analyst.signals", "strategy", "sma-cross", "action", "BUY").count()).isEqualTo(1);
	}

	@Test
	void saysTheSignalAloneWhereItIsNoProposal() {
		wants(Action.CLOSE);
		desk.decide(List.of(told()));
		verify(publisher, never()).send(eq(Topics.PROPOSALS), any(), any());
		verify(publisher).send(eq(Topics.SIGNALS), eq("BTC/USD"), any());
		verify(diary).log(eq(AgentLogged.Kind.THOUGHT), eq("crosser"), contains("but it holds none"), any(), any());
	}

	@Test
	void onlyCountsWhenThereIsNothingToDo() {
		wants(Action.HOLD);
		desk.decide(List.of(told()));
		verify(publisher, never()).send(any(), any(), any());
		assertThat(metrics.counter("analyst.decisions.hold").count()).isEqualTo(1);
	}

	@Test
	void decidesNothingBeforeItKnowsWhatIsHeld() {
		doThrow(new TransientDataAccessResourceException("still reading")).when(portfolios).requireComplete();
		assertThatThrownBy(() -> desk.decide(List.of(told()))).isInstanceOf(TransientDataAccessResourceException.class);
		verify(watches, never()).onBar(any());
	}

	@Test
	void forgetsWhatItDecidedWhenTheBrokerDidNotTakeIt() {
		wants(Action.BUY);
		when(publisher.send(any(), any(), any())).thenAnswer(_ -> CompletableFuture.failedFuture(new TimeoutException("no broker")));
		assertThatThrownBy(() -> desk.decide(List.of(told()))).isInstanceOf(TimeoutException.class);
		verify(watches).forget(Set.of("BTC/USD"));
	}

	@Test
	void forgetsWhatItDecidedWhenALaterBarFails() {
		wants(Action.BUY);
		Bar bad = MarketFixtures.bar("ETH/USD", 1, "5");
		when(watches.onBar(bad)).thenThrow(new IllegalArgumentException("bad bar"));
		assertThatThrownBy(() -> desk.decide(List.of(told(), MarketFixtures.told(bad, NOW)))).hasMessage("bad bar");
		verify(watches).forget(Set.of("BTC/USD", "ETH/USD"));
	}

	@Test
	void saysItAgainWithTheSameId() {
		wants(Action.BUY);
		desk.decide(List.of(told()));
		desk.decide(List.of(told()));
		ArgumentCaptor<Message<?>> said = ArgumentCaptor.captor();
		verify(publisher, times(2)).send(eq(Topics.SIGNALS), any(), said.capture());
		assertThat(said.getAllValues().stream().<UUID>map(Message::id).distinct()).hasSize(1);
	}

	/** A source that watches the symbol itself says so itself; who abstains says nothing. */
	@Test
	void saysWhatSourcesAdvise() {
		var buys = new Decision(Action.BUY, new BigDecimal("0.7"), Map.of(), "because");
		when(watches.onBar(BAR)).thenReturn(List.of(new Reading(BotFixtures.council(List.of(), "BTC/USD"), "BTC/USD", 9, 3, BAR,
				new Decision(Action.HOLD, BigDecimal.ZERO, Map.of(), "too few"), Map.of("crosser", buys, "same", buys))));
		desk.decide(List.of(told()));
		ArgumentCaptor<Message<?>> said = ArgumentCaptor.captor();
		verify(publisher).send(eq(Topics.SIGNALS), eq("BTC/USD"), said.capture());
		assertThat(said.getValue().data()).isEqualTo(new SignalRaised("crosser", "sma-cross", "BTC/USD", Timeframe.M1, BAR.closeAt(), Action.BUY,
				new BigDecimal("0.7"), BAR.close(), Map.of(), "because"));
		assertThat(said.getValue().id()).isEqualTo(Ids.named("signal", "crosser", "BTC/USD", Timeframe.M1, BAR.openAt(), "sma-cross"));
		verify(proposals, never()).consider(any(), any(), any(), any());
	}

	@Test
	void saysNothingForSourcesThatAbstain() {
		var holds = new Decision(Action.HOLD, BigDecimal.ZERO, Map.of(), "nothing to see");
		when(watches.onBar(BAR)).thenReturn(List.of(new Reading(BotFixtures.council(List.of(), "BTC/USD"), "BTC/USD", 9, 3, BAR, holds,
				Map.of("crosser", holds))));
		desk.decide(List.of(told()));
		verify(publisher, never()).send(any(), any(), any());
	}

	private void wants(Action action) {
		var decision = new Decision(action, new BigDecimal("0.7"), Map.of(), "because");
		when(watches.onBar(BAR)).thenReturn(List.of(new Reading(BotFixtures.crosser("BTC/USD"), "BTC/USD", 9, 3, BAR, decision)));
	}

	private static Message<BarMessage> told() {
		return MarketFixtures.told(BAR, NOW);
	}
}
