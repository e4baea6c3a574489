package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.market.Bar;

/** Two numbers along the bars. */
final class ConditionState implements RuleState {

	private final Rule.Condition condition;
	private final Indicator first;
	private final Indicator second;
	private final Cross cross = new Cross();
	private double left = Double.NaN;
	private double right = Double.NaN;

	ConditionState(Rule.Condition condition, Parameters parameters) {
		this.condition = condition;
		this.first = condition.first().start(parameters);
		this.second = condition.second().start(parameters);
	}

	@Override
	public boolean next(Bar bar) {
		left = first.next(bar);
		right = second.next(bar);
		if (Double.isNaN(left) || Double.isNaN(right)) {
			return false;
		}
		int order = Figures.order(left, right);
		return condition.comparison().holds(order, cross.of(order));
	}

	@Override
	public int warmUp() {
		return Math.max(first.warmUp(), second.warmUp()) + (condition.comparison().isCross() ? 1 : 0);
	}

	@Override
	public int memory() {
		return Math.max(first.memory(), second.memory()) + (condition.comparison().isCross() ? Cross.MEMORY : 0);
	}

	@Override
	public String words() {
		return side(condition.first(), condition.left(), left) + " " + condition.comparison().words() + " "
				+ side(condition.second(), condition.right(), right);
	}

	@Override
	public void tell(Values values) {
		tell(values, condition.first(), condition.left(), left);
		tell(values, condition.second(), condition.right(), right);
	}

	private static String side(Expression expression, String text, double value) {
		return expression instanceof Expression.Constant || Double.isNaN(value) ? text : text + " " + Figures.words(value);
	}

	private static void tell(Values values, Expression expression, String text, double value) {
		if (!(expression instanceof Expression.Constant) && !Double.isNaN(value)) {
			values.and(text, value);
		}
	}
}
