package io.vigie.analyst.proposal;

import io.vigie.analyst.portfolio.Portfolios;
import io.vigie.analyst.price.Prices;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Evidence;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.SignalMessage;
import io.vigie.common.message.SignalRaised;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Makes proposals of signals. The portfolio is read first: a position is opened only when flat and only on a bar told of just
 * now, and closed only when there is one. The id of a proposal follows from what the signal's follows from.
 */
@Component
@EnableConfigurationProperties(ProposalSettings.class)
public class Proposals {

	private final Portfolios portfolios;
	private final Prices prices;
	private final ProposalSettings settings;
	private final Clock clock;

	Proposals(Portfolios portfolios, Prices prices, ProposalSettings settings, Clock clock) {
		this.portfolios = portfolios;
		this.prices = prices;
		this.settings = settings;
		this.clock = clock;
	}

	/** @param bar the message whose bar raised the signal */
	public Answer consider(Message<SignalMessage> said, SignalRaised signal, Bar bar, Message<BarMessage> cause) {
		Instant now = clock.instant();
		String objection = objection(signal, Duration.between(cause.at(), now));
		return objection == null ? new Answer.Proposed(proposal(said, signal, bar, last(cause, bar), now)) : new Answer.Withheld(objection);
	}

	private @Nullable String objection(SignalRaised signal, Duration age) {
		if (!portfolios.isKnown(signal.bot())) {
			return "nothing is known yet of what " + signal.bot() + " holds";
		}
		BigDecimal held = portfolios.held(signal.bot(), signal.symbol());
		return switch (signal.action()) {
			case BUY -> held.signum() > 0 ? "it holds " + held.toPlainString() + " already"
					: age.compareTo(settings.stalestBar()) > 0 ? "the bar was told of " + age.toSeconds() + " s ago" : null;
			case CLOSE -> held.signum() > 0 ? null : "it holds none";
			case HOLD -> "there is nothing to do";
		};
	}

	/** The print that closed the bar: prints come on another topic, and how far that has been read must not decide a price. */
	private @Nullable Tick last(Message<BarMessage> cause, Bar bar) {
		Tick closing = switch (cause.data()) {
			case BarClosed(_, var closedBy) -> closedBy;
		};
		return closing == null ? prices.last(bar.symbol()) : closing;
	}

	private Message<ProposalMessage> proposal(Message<SignalMessage> said, SignalRaised signal, Bar bar, @Nullable Tick tick,
			Instant now) {
		BigDecimal price = tick == null || tick.at().isBefore(bar.closeAt()) ? bar.close() : tick.price();
		var data = new TradeProposed(signal.bot(), signal.strategy(), signal.symbol(), signal.action(), signal.confidence(), price,
				new Evidence(bar, tick, signal.indicators()), signal.reasoning(), bar.closeAt());
		return said.leadsTo(Ids.named("proposal", said.id()), "analyst", "risk", now, data);
	}
}
