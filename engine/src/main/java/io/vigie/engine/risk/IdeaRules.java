package io.vigie.engine.risk;

import static io.vigie.engine.risk.Words.exact;
import static io.vigie.engine.risk.Words.seconds;
import static io.vigie.engine.risk.Words.span;

import java.math.BigDecimal;
import java.util.List;

/** What can be said of an entry before it has a size. */
final class IdeaRules {

	private IdeaRules() {
	}

	static List<Rule<Subject>> all() {
		return List.of(new Rule<>("portfolio", IdeaRules::portfolio), new Rule<>("instrument", IdeaRules::instrument),
				new Rule<>("connection", IdeaRules::connection), new Rule<>("confidence", IdeaRules::confidence),
				new Rule<>("stale-price", IdeaRules::stalePrice), new Rule<>("late-proposal", IdeaRules::lateProposal),
				new Rule<>("duplicate", IdeaRules::duplicate));
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

	private static RuleResult connection(Subject subject) {
		List<String> broken = subject.idea.brokenLinks();
		return RuleResult.atMost("connection", BigDecimal.ZERO, BigDecimal.valueOf(broken.size()),
				broken.isEmpty() ? "Every link this needs is up." : "Down or silent: " + String.join(", ", broken) + ".");
	}

	private static RuleResult confidence(Subject subject) {
		BigDecimal least = subject.limits.minConfidence();
		BigDecimal seen = subject.idea.confidence();
		return RuleResult.atLeast("confidence", least, seen,
				"Confidence is " + exact(seen) + ", at least " + exact(least) + " is asked.");
	}

	private static RuleResult stalePrice(Subject subject) {
		return RuleResult.atMost("stale-price", seconds(subject.limits.stalePrice()), seconds(subject.idea.priceAge()),
				"The price is " + span(subject.idea.priceAge()) + " of market time old, "
						+ span(subject.limits.stalePrice()) + " at most.");
	}

	private static RuleResult lateProposal(Subject subject) {
		return RuleResult.atMost("late-proposal", seconds(subject.limits.lateProposal()), seconds(subject.idea.waited()),
				"The proposal waited " + span(subject.idea.waited()) + ", " + span(subject.limits.lateProposal()) + " at most.");
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

	private static BigDecimal count(boolean yes) {
		return yes ? BigDecimal.ONE : BigDecimal.ZERO;
	}
}
