package io.vigie.engine.indicator;

import io.vigie.engine.market.Bar;
import java.util.function.DoubleBinaryOperator;

/** What follows from two indicators, such as their difference. */
final class Combined implements Indicator {

	private final Indicator left;
	private final Indicator right;
	private final DoubleBinaryOperator operator;

	Combined(Indicator left, Indicator right, DoubleBinaryOperator operator) {
		this.left = left;
		this.right = right;
		this.operator = operator;
	}

	@Override
	public double next(Bar bar) {
		double first = left.next(bar);
		double second = right.next(bar);
		return Double.isNaN(first) || Double.isNaN(second) ? Double.NaN : operator.applyAsDouble(first, second);
	}

	@Override
	public int warmUp() {
		return Math.max(left.warmUp(), right.warmUp());
	}

	@Override
	public int memory() {
		return Math.max(left.memory(), right.memory());
	}
}
