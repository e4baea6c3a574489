package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.common.message.Evidence;
import io.vigie.common.message.Message;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.risk.Account;
import io.vigie.engine.risk.Exit;
import io.vigie.engine.risk.Exposure;
import io.vigie.engine.risk.Guard;
import io.vigie.engine.risk.Idea;
import io.vigie.engine.risk.Offer;
import io.vigie.engine.risk.Past;
import io.vigie.engine.risk.Terms;
import io.vigie.risk.connection.LinkDesk;
import io.vigie.risk.hold.Closing;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one bot while it is locked.
 *
 * @param standing none while no portfolio of the bot is known
 * @param guard of links, all that are broken, needed or not
 */
record Situation(Bot bot, @Nullable Standing standing, List<OpenHold> holds, List<Closing> closings, Guard guard) {

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
	Idea idea(Message<?> message, TradeProposed proposal, @Nullable Terms terms, Exposure exposure, Past past, Instant market,
			Instant now) {
		Evidence evidence = proposal.evidence();
		Instant pricedAt = evidence.tick() == null ? evidence.bar().closeAt() : evidence.tick().at();
		return new Idea(proposal.symbol(), terms, account(), holding(proposal.symbol()), inFlight(proposal.symbol()),
				new Offer(proposal.confidence(), reckonedAt(proposal), references(evidence), atr(evidence), proposal.decidedAt(),
						age(pricedAt, market), age(message.at(), now), wanted(proposal)),
				exposure, past, terms == null ? guard : new Guard(guard.state(),
						LinkDesk.needed(guard.brokenLinks(), terms.instrument().assetClass()), guard.tripped(), guard.locks()));
	}

	private static BigDecimal reckonedAt(TradeProposed proposal) {
		return proposal.style() == null ? proposal.price() : proposal.style().reckonedAt(proposal.price());
	}

	private static Offer.@Nullable Wanted wanted(TradeProposed proposal) {
		OrderStyle style = proposal.style();
		if (style == null || style.notional() == null && style.quantity() == null) {
			return null;
		}
		return style.notional() != null ? new Offer.Wanted(style.notional(), true)
				: new Offer.Wanted(Objects.requireNonNull(style.quantity()).multiply(reckonedAt(proposal)), false);
	}

	private static List<BigDecimal> references(Evidence evidence) {
		return evidence.tick() == null ? List.of(evidence.bar().close()) : List.of(evidence.bar().close(), evidence.tick().price());
	}

	/** By name, as strategies report it: {@code atr}, or with its period, {@code atr_14}. */
	private static @Nullable BigDecimal atr(Evidence evidence) {
		Map<String, BigDecimal> indicators = evidence.indicators();
		return indicators == null ? null : indicators.entrySet().stream()
			.filter(it -> it.getKey().equals("atr") || it.getKey().startsWith("atr_"))
			.map(Map.Entry::getValue)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	Exit exit(TradeProposed proposal) {
		BigDecimal closing = closings.stream()
			.filter(it -> it.symbol().equals(proposal.symbol()))
			.map(Closing::quantity)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Exit(proposal.symbol(), holding(proposal.symbol()), closing, guard.state());
	}

	private static Duration age(Instant from, Instant to) {
		return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
	}
}
