package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.common.message.Message;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.risk.Account;
import io.vigie.engine.risk.Exit;
import io.vigie.engine.risk.Idea;
import io.vigie.engine.risk.Terms;
import io.vigie.risk.connection.LinkDesk;
import io.vigie.risk.hold.Closing;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one bot while it is locked.
 *
 * @param standing none while no portfolio of the bot is known
 */
record Situation(Bot bot, @Nullable Standing standing, List<OpenHold> holds, List<Closing> closings,
		List<String> brokenLinks) {

	@Nullable Account account() {
		return standing == null ? null : new Account(standing.capital(), standing.cash(), held(), standing.equity());
	}

	BigDecimal held() {
		return holds.stream().map(OpenHold::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	BigDecimal holding(String symbol) {
		return standing == null ? BigDecimal.ZERO : standing.holding(symbol);
	}

	int inFlight(String symbol) {
		return (int) holds.stream().filter(it -> it.symbol().equals(symbol)).count();
	}

	/**
	 * @param terms none where the bot may not trade the symbol
	 * @param market how late it is in the market
	 * @param now how late it is on the wall
	 */
	Idea idea(Message<?> message, TradeProposed proposal, @Nullable Terms terms, Instant market, Instant now) {
		Instant pricedAt = proposal.evidence().tick() == null ? proposal.evidence().bar().closeAt()
				: proposal.evidence().tick().at();
		return new Idea(proposal.symbol(), terms, account(), holding(proposal.symbol()), inFlight(proposal.symbol()),
				proposal.confidence(), proposal.price(), age(pricedAt, market), age(message.at(), now),
				terms == null ? brokenLinks : LinkDesk.needed(brokenLinks, terms.instrument().assetClass()));
	}

	Exit exit(TradeProposed proposal) {
		BigDecimal closing = closings.stream()
			.filter(it -> it.symbol().equals(proposal.symbol()))
			.map(Closing::quantity)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Exit(proposal.symbol(), holding(proposal.symbol()), closing);
	}

	private static Duration age(Instant from, Instant to) {
		return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
	}
}
