package io.vigie.engine.risk;

import static io.vigie.engine.risk.Words.exact;
import static io.vigie.engine.risk.Words.money;
import static io.vigie.engine.risk.Words.percent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is asked of an entry once it has a size, a stop and a target. */
final class DraftRules {

	private DraftRules() {
	}

	static List<Rule<Draft>> all() {
		List<Rule<Draft>> all = new ArrayList<>(List.of(new Rule<>("sizing", DraftRules::sizing),
				new Rule<>("min-size", DraftRules::minSize),
				new Rule<>("min-notional", DraftRules::minNotional), new Rule<>("solvency", DraftRules::solvency),
				new Rule<>("max-position", DraftRules::maxPosition)));
		all.addAll(ExposureRules.all());
		all.addAll(List.of(new Rule<>("grid", DraftRules::grid), new Rule<>("stop-loss", DraftRules::stopLoss),
				new Rule<>("take-profit", DraftRules::takeProfit)));
		return List.copyOf(all);
	}

	/** Never more than the policy means; a policy that means nothing refuses. */
	private static RuleResult sizing(Draft draft) {
		BigDecimal meant = draft.size().notional();
		return meant.signum() > 0 ? RuleResult.atMost("sizing", meant, draft.notional(), draft.size().words())
				: RuleResult.atLeast("sizing", least(draft), meant, draft.size().words());
	}

	/** Zero where the venue names no least quantity. */
	private static RuleResult minSize(Draft draft) {
		BigDecimal least = draft.terms().leastQuantity();
		return RuleResult.atLeast("min-size", least, draft.quantity(), least.signum() == 0 ? "The venue names no least quantity."
				: "The order is for " + exact(draft.quantity()) + ", the venue takes " + exact(least) + " or more.");
	}

	/** Nothing is also too little, even at a venue without a minimum. */
	private static RuleResult minNotional(Draft draft) {
		BigDecimal least = least(draft);
		return RuleResult.atLeast("min-notional", least, draft.notional(),
				"The order is worth " + money(draft.notional()) + ", the venue takes " + money(least) + " or more.");
	}

	private static RuleResult solvency(Draft draft) {
		BigDecimal free = draft.account().free();
		return RuleResult.atMost("solvency", free, draft.cost(), "Costs up to " + money(draft.cost())
				+ " with fee and slippage, " + money(free) + " are free.");
	}

	private static RuleResult maxPosition(Draft draft) {
		return RuleResult.atMost("max-position", draft.positionLimit(), draft.positionAfter(),
				"The position would be worth " + money(draft.positionAfter()) + ", at most " + money(draft.positionLimit())
						+ " (" + percent(draft.limits().maxPosition()) + ").");
	}

	private static RuleResult grid(Draft draft) {
		boolean onGrid = draft.instrument().isOnLot(draft.quantity()) && draft.instrument().isOnTick(draft.stopLoss())
				&& draft.instrument().isOnTick(draft.takeProfit());
		return RuleResult.atMost("grid", BigDecimal.ZERO, onGrid ? BigDecimal.ZERO : BigDecimal.ONE,
				onGrid ? "Quantity and prices are on the venue's grid."
						: "Quantity " + exact(draft.quantity()) + ", stop " + exact(draft.stopLoss()) + " or target "
								+ exact(draft.takeProfit()) + " is off the venue's grid.");
	}

	/** At least one tick below the price, and above zero. */
	private static RuleResult stopLoss(Draft draft) {
		BigDecimal highest = draft.price().subtract(draft.instrument().tickSize());
		RuleResult below = RuleResult.atMost("stop-loss", highest, draft.stopLoss(), "The stop " + exact(draft.stopLoss())
				+ " must lie below the price " + exact(draft.price()) + " and above zero.");
		return draft.stopLoss().signum() > 0 ? below
				: RuleResult.atLeast("stop-loss", draft.instrument().tickSize(), draft.stopLoss(), below.reason());
	}

	/** At least one tick above the price. */
	private static RuleResult takeProfit(Draft draft) {
		BigDecimal lowest = draft.price().add(draft.instrument().tickSize());
		return RuleResult.atLeast("take-profit", lowest, draft.takeProfit(), "The target " + exact(draft.takeProfit())
				+ " must lie above the price " + exact(draft.price()) + ".");
	}

	private static BigDecimal least(Draft draft) {
		return draft.instrument().minNotional().max(draft.instrument().lotSize().multiply(draft.price()));
	}
}
