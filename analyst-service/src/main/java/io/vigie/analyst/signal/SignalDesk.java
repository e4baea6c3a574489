package io.vigie.analyst.signal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.analyst.portfolio.Portfolios;
import io.vigie.analyst.proposal.Answer;
import io.vigie.analyst.proposal.Proposals;
import io.vigie.analyst.series.Reading;
import io.vigie.analyst.series.Watches;
import io.vigie.common.bot.Bot;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Publisher;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalMessage;
import io.vigie.common.message.SignalRaised;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Shows bars to the strategies and says what they want. Nothing here waits for a database: signals are stored by who hears
 * them. A batch is done when the broker has everything that was said; if it fails before, the strategies it touched are
 * forgotten, so that the same bars lead to the same words with the same ids once more.
 */
@Service
class SignalDesk {

	private final Watches watches;
	private final Sources sources;
	private final Portfolios portfolios;
	private final Proposals proposals;
	private final Publisher publisher;
	private final AgentLogs diary;
	private final Clock clock;
	private final MeterRegistry metrics;
	private final Counter holds;

	SignalDesk(Watches watches, Sources sources, Portfolios portfolios, Proposals proposals, Publisher publisher, AgentLogs diary, Clock clock,
			MeterRegistry metrics) {
		this.watches = watches;
		this.sources = sources;
		this.portfolios = portfolios;
		this.proposals = proposals;
		this.publisher = publisher;
		this.diary = diary;
		this.clock = clock;
		this.metrics = metrics;
		this.holds = metrics.counter("analyst.decisions.hold");
	}

	void decide(List<Message<BarMessage>> batch) {
		portfolios.requireComplete();
		List<CompletableFuture<?>> said = new ArrayList<>();
		try {
			for (Message<BarMessage> message : batch) {
				switch (message.data()) {
					case BarClosed(Bar bar, _) -> watches.onBar(bar).forEach(reading -> decide(message, bar, reading, said));
				}
			}
			CompletableFuture.allOf(said.toArray(CompletableFuture[]::new)).join();
		}
		catch (RuntimeException e) {
			watches.forget(batch.stream().map(SignalDesk::symbol).collect(Collectors.toSet()));
			throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
		}
	}

	private void decide(Message<BarMessage> cause, Bar bar, Reading reading, List<CompletableFuture<?>> said) {
		sources.of(reading).forEach((source, advice) -> say(message(cause, bar, source, advice), said));
		Decision decision = reading.decision();
		if (decision == null || decision.action() == Action.HOLD) {
			holds.increment();
			return;
		}
		SignalRaised signal = signal(bar, reading.bot(), decision);
		Message<SignalMessage> message = message(cause, bar, reading.bot(), decision);
		Answer answer = proposals.consider(message, signal, bar, cause);
		if (answer instanceof Answer.Proposed(var proposal)) {
			said.add(publisher.send(Topics.PROPOSALS, signal.bot(), proposal));
		}
		say(message, said);
		tell(signal, message, answer);
	}

	private void tell(SignalRaised signal, Message<SignalMessage> message, Answer answer) {
		var facts = Map.of("symbol", signal.symbol(), "strategy", signal.strategy(), "action", signal.action().name(),
				"confidence", signal.confidence().toPlainString(), "price", signal.price().toPlainString());
		switch (answer) {
			case Answer.Proposed _ -> diary.log(AgentLogged.Kind.DECISION, signal.bot(),
					"Proposes to " + signal.action() + " " + signal.symbol() + ": " + signal.reasoning(), facts, message);
			case Answer.Withheld(var reason) -> diary.log(AgentLogged.Kind.THOUGHT, signal.bot(), "Would " + signal.action() + " "
					+ signal.symbol() + " (" + signal.reasoning() + "), but " + reason, facts, message);
		}
	}

	private void say(Message<SignalMessage> message, List<CompletableFuture<?>> said) {
		switch (message.data()) {
			case SignalRaised signal -> {
				said.add(publisher.send(Topics.SIGNALS, signal.symbol(), message));
				metrics.counter("analyst.signals", "strategy", signal.strategy(), "action", signal.action().name()).increment();
			}
		}
	}

	/** The same strategy of the same bot on the same bar is the same signal, whether it trades on it or advises another. */
	private Message<SignalMessage> message(Message<BarMessage> cause, Bar bar, Bot bot, Decision decision) {
		UUID id = Ids.named("signal", bot.name(), bar.symbol(), bar.timeframe(), bar.openAt(), bot.strategy());
		return cause.leadsTo(id, "analyst", Message.ALL, clock.instant(), signal(bar, bot, decision));
	}

	private static SignalRaised signal(Bar bar, Bot bot, Decision decision) {
		return new SignalRaised(bot.name(), bot.strategy(), bar.symbol(), bar.timeframe(), bar.closeAt(), decision.action(),
				decision.confidence(), bar.close(), decision.indicators(), decision.reasoning());
	}

	private static String symbol(Message<BarMessage> message) {
		return switch (message.data()) {
			case BarClosed(Bar bar, _) -> bar.symbol();
		};
	}
}
