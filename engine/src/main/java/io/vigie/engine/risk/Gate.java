package io.vigie.engine.risk;

import static io.vigie.engine.risk.Words.exact;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where every proposal must pass. An entry is sized, protected and held against all rules, so that a verdict always shows
 * the whole picture and not the first objection alone. Pure: the same situation gives the same ruling.
 */
public final class Gate {

	private static final Gate STANDARD = new Gate(IdeaRules.all(), DraftRules.all());

	private final List<Rule<IdeaRules.Subject>> ideaRules;
	private final List<Rule<Draft>> draftRules;

	private Gate(List<Rule<IdeaRules.Subject>> ideaRules, List<Rule<Draft>> draftRules) {
		this.ideaRules = ideaRules;
		this.draftRules = draftRules;
	}

	/** All rules that there are. */
	public static Gate standard() {
		return STANDARD;
	}

	/** The names of the rules that an entry meets, in order. */
	public List<String> entryRules() {
		return Stream.concat(ideaRules.stream().map(Rule::name), draftRules.stream().map(Rule::name)).toList();
	}

	/** A gate with a hole in it: proves in tests that it is this rule that guards, and nothing else. */
	Gate without(String rule) {
		return new Gate(ideaRules.stream().filter(it -> !it.name().equals(rule)).toList(),
				draftRules.stream().filter(it -> !it.name().equals(rule)).toList());
	}

	/**
	 * May this be bought, how much of it, and with which protection? Where the portfolio or the instrument isn't known,
	 * nothing can be drafted, and the rules about the draft are not asked.
	 */
	public Ruling judge(Idea idea, Limits limits) {
		IdeaRules.Subject subject = new IdeaRules.Subject(idea, limits);
		List<RuleResult> first = ideaRules.stream().map(it -> it.on(subject)).toList();
		Terms terms = idea.terms();
		Account account = idea.account();
		if (terms == null || account == null || idea.price().signum() <= 0) {
			return new Ruling.Refused(first);
		}
		return judge(Draft.of(idea, terms, account, limits), first);
	}

	/** What is held may be sold unless trading is halted; only what is being sold already is not sold again. */
	public Ruling judge(Exit exit) {
		boolean some = exit.quantity().signum() > 0;
		List<RuleResult> rules = List.of(new RuleResult("holding", some, exit.holding(), exit.closing(), exit.quantity(),
				some ? "Sells all " + exact(exit.quantity()) + " " + exit.symbol() + " held."
						: exit.holding().signum() > 0 ? "All " + exact(exit.holding()) + " " + exit.symbol() + " are being sold already."
								: "Holds no " + exit.symbol() + " that could be sold."), IdeaRules.mayExit(exit.state()));
		return rules.stream().allMatch(RuleResult::passed) ? new Ruling.Approved(exit.quantity(), null, null, BigDecimal.ZERO, rules)
				: new Ruling.Refused(rules);
	}

	private Ruling judge(Draft draft, List<RuleResult> first) {
		List<RuleResult> all = Stream.concat(first.stream(), draftRules.stream().map(it -> it.on(draft))).toList();
		return all.stream().allMatch(RuleResult::passed)
				? new Ruling.Approved(draft.quantity(), draft.stopLoss(), draft.takeProfit(), draft.cost(), all, draft.spend())
				: new Ruling.Refused(all);
	}
}
