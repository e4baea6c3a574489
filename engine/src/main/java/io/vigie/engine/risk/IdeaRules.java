package io.vigie.engine.risk;

import static io.vigie.engine.risk.Words.exact;
import static io.vigie.engine.risk.Words.percent;
import static io.vigie.engine.risk.Words.seconds;
import static io.vigie.engine.risk.Words.span;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be said of an entry before it has a size. */
final class IdeaRules {

	private IdeaRules() {
	}

	static List<Rule<Subject>> all() {
		List<Rule<Subject>> all = new ArrayList<>(List.of(new Rule<>("portfolio", IdeaRules::portfolio),
				new Rule<>("instrument", IdeaRules::instrument), new Rule<>("tradable", IdeaRules::tradable),
				new Rule<>("trading-state", IdeaRules::tradingState),
				new Rule<>("circuit-breaker", IdeaRules::circuitBreaker), new Rule<>("connection", IdeaRules::connection),
				new Rule<>("confidence", IdeaRules::confidence), new Rule<>("stale-price", IdeaRules::stalePrice),
				new Rule<>("late-proposal", IdeaRules::lateProposal), new Rule<>("price-collar", IdeaRules::priceCollar),
				new Rule<>("duplicate", IdeaRules::duplicate), new Rule<>("order-rate", IdeaRules::orderRate)));
		Stream.of(Lock.Kind.values()).map(kind -> new Rule<Subject>(kind.rule(), subject -> lock(kind, subject))).forEach(all::add);
		return List.copyOf(all);
	}

	/** An idea and the limits of the bot that has it. */
	record Subject(Idea idea, Limits limits) {
	}

	private static RuleResult portfolio(Subject subject) {
		boolean known = subject.idea.account() != null;
		return RuleResult.atLeast("portfolio", BigDecimal.ONE, count(known),
				known ? "The bot's portfolio is known." : "No portfolio of this bot is known yet, so its cash is not.");
	}

	private static RuleResult instrument(Subject subject) {
		Idea idea = subject.idea;
		boolean known = idea.terms() != null && idea.price().signum() > 0;
		return RuleResult.atLeast("instrument", BigDecimal.ONE, count(known), known ? "The bot may trade " + idea.symbol() + "."
				: "The bot may not trade " + idea.symbol() + " at " + exact(idea.price()) + ".");
	}

	/** By the venue's word. Where it has not given it, nothing speaks against it but what the venue makes of the order. */
	private static RuleResult tradable(Subject subject) {
		Terms terms = subject.idea.terms();
		Boolean told = terms == null ? null : terms.tradable();
		String symbol = subject.idea.symbol();
		return RuleResult.atLeast("tradable", BigDecimal.ONE, count(terms == null || !terms.isRefused()),
				told == null ? "The venue has not said whether " + symbol + " can be traded; our settings say how it is."
						: told ? "The venue trades " + symbol + "." : "The venue does not trade " + symbol + ".");
	}

	/** Zero is active; every step towards halted counts one. */
	private static RuleResult tradingState(Subject subject) {
		TradingState state = subject.idea.guard().state();
		return RuleResult.atMost("trading-state", BigDecimal.ZERO, BigDecimal.valueOf(state.ordinal()), switch (state) {
			case ACTIVE -> "Trading is active.";
			case REDUCING -> "Trading is reducing: only exits go through.";
			case HALTED -> "Trading is halted: what protects a position stays, nothing else goes through.";
		});
	}

	/** Exits go through in every state but the last. */
	static RuleResult mayExit(TradingState state) {
		return RuleResult.atMost("halt", BigDecimal.valueOf(TradingState.REDUCING.ordinal()), BigDecimal.valueOf(state.ordinal()),
				state == TradingState.HALTED ? "Trading is halted: what protects the position stays, nothing else sells it."
						: "Trading is " + state.name().toLowerCase(Locale.ROOT) + ": exits go through.");
	}

	private static RuleResult circuitBreaker(Subject subject) {
		List<String> tripped = subject.idea.guard().tripped();
		return RuleResult.atMost("circuit-breaker", BigDecimal.ZERO, BigDecimal.valueOf(tripped.size()),
				tripped.isEmpty() ? "No link failed too often in a row."
						: "Failed too often in a row and not proven good again: " + String.join(", ", tripped) + ".");
	}

	private static RuleResult connection(Subject subject) {
		List<String> broken = subject.idea.guard().brokenLinks();
		return RuleResult.atMost("connection", BigDecimal.ZERO, BigDecimal.valueOf(broken.size()),
				broken.isEmpty() ? "Every link this needs is up." : "Down or silent: " + String.join(", ", broken) + ".");
	}

	private static RuleResult confidence(Subject subject) {
		BigDecimal least = subject.limits.minConfidence();
		BigDecimal seen = subject.idea.offer().confidence();
		return RuleResult.atLeast("confidence", least, seen,
				"Confidence is " + exact(seen) + ", at least " + exact(least) + " is asked.");
	}

	private static RuleResult stalePrice(Subject subject) {
		Duration age = subject.idea.offer().priceAge();
		return RuleResult.atMost("stale-price", seconds(subject.limits.stalePrice()), seconds(age),
				"The price is " + span(age) + " of market time old, " + span(subject.limits.stalePrice()) + " at most.");
	}

	private static RuleResult lateProposal(Subject subject) {
		Duration waited = subject.idea.offer().waited();
		return RuleResult.atMost("late-proposal", seconds(subject.limits.lateProposal()), seconds(waited),
				"The proposal waited " + span(waited) + ", " + span(subject.limits.lateProposal()) + " at most.");
	}

	/** Measured by the reference that is furthest away: a price that nobody saw is nobody's to buy at. */
	private static RuleResult priceCollar(Subject subject) {
		BigDecimal most = subject.limits.priceCollar();
		if (most.signum() == 0) {
			return off("price-collar");
		}
		BigDecimal price = subject.idea.price();
		BigDecimal away = subject.idea.offer().references().stream()
			.filter(it -> it.signum() > 0)
			.map(it -> price.subtract(it).abs().divide(it, 6, RoundingMode.UP))
			.reduce(BigDecimal.ZERO, BigDecimal::max);
		return RuleResult.atMost("price-collar", most, away, "The price is " + percent(away)
				+ " from what the proposal rests on, " + percent(most) + " at most.");
	}

	/** What is left of a position below one lot is dust, not a position. */
	private static RuleResult duplicate(Subject subject) {
		Idea idea = subject.idea;
		Terms terms = idea.terms();
		BigDecimal held = terms == null ? idea.holding() : terms.instrument().onLot(idea.holding());
		boolean holds = held.signum() > 0;
		int open = idea.inFlight() + (holds ? 1 : 0);
		return RuleResult.atMost("duplicate", BigDecimal.ZERO, BigDecimal.valueOf(open), open == 0
				? "Neither held nor on order."
				: holds ? "Already holds " + exact(held) + " of " + idea.symbol() + "."
						: "Already " + idea.inFlight() + " on order of " + idea.symbol() + ".");
	}

	/** Entries a minute before and a minute after count alike: then no order of arrival puts more into any minute. */
	private static RuleResult orderRate(Subject subject) {
		int most = subject.limits.orderRate();
		if (most == 0) {
			return off("order-rate");
		}
		int with = subject.idea.past().entriesAround() + 1;
		return RuleResult.atMost("order-rate", BigDecimal.valueOf(most), BigDecimal.valueOf(with),
				"It would be entry number " + with + " around this minute, at most " + most + ".");
	}

	private static RuleResult lock(Lock.Kind kind, Subject subject) {
		Idea idea = subject.idea;
		Optional<Lock> lock = idea.guard().locks().stream()
			.filter(it -> it.kind() == kind && it.covers(idea.symbol()))
			.filter(it -> it.left(idea.offer().at()).isPositive())
			.max(Comparator.comparing(Lock::until));
		return RuleResult.atMost(kind.rule(), BigDecimal.ZERO,
				lock.map(it -> seconds(it.left(idea.offer().at()))).orElse(BigDecimal.ZERO),
				lock.map(it -> "Locked until " + it.until() + ". " + it.reason()).orElse("Not locked."));
	}

	private static RuleResult off(String rule) {
		return RuleResult.atMost(rule, BigDecimal.ZERO, BigDecimal.ZERO, "Switched off.");
	}

	private static BigDecimal count(boolean yes) {
		return yes ? BigDecimal.ONE : BigDecimal.ZERO;
	}
}
