package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.indicator.NamedIndicator;
import java.math.BigDecimal;
import java.util.List;

/** A number that a rule compares, as it was written; {@link #start} makes it count bars. */
sealed interface Expression {

	Indicator start(Parameters parameters);

	/** Every parameter that it names. */
	List<String> names();

	record Constant(BigDecimal value) implements Expression {

		@Override
		public Indicator start(Parameters parameters) {
			return Indicators.constant(value.doubleValue());
		}

		@Override
		public List<String> names() {
			return List.of();
		}
	}

	record Named(String parameter) implements Expression {

		@Override
		public Indicator start(Parameters parameters) {
			return Indicators.constant(parameters.number(parameter));
		}

		@Override
		public List<String> names() {
			return List.of(parameter);
		}
	}

	/** @param arguments numbers and parameters only */
	record Call(NamedIndicator indicator, List<Expression> arguments) implements Expression {

		@Override
		public Indicator start(Parameters parameters) {
			List<BigDecimal> values = arguments.stream().map(it -> switch (it) {
				case Constant(var value) -> value;
				case Named(var parameter) -> parameters.value(parameter);
				default -> throw new IllegalArgumentException("Only numbers and parameters go into " + indicator.form());
			}).toList();
			return indicator.start().apply(values);
		}

		@Override
		public List<String> names() {
			return arguments.stream().flatMap(it -> it.names().stream()).toList();
		}
	}

	record Ago(Expression of, int bars) implements Expression {

		@Override
		public Indicator start(Parameters parameters) {
			return Indicators.before(of.start(parameters), bars);
		}

		@Override
		public List<String> names() {
			return of.names();
		}
	}

	record Sum(char operator, Expression left, Expression right) implements Expression {

		@Override
		public Indicator start(Parameters parameters) {
			return Indicators.combined(left.start(parameters), right.start(parameters), switch (operator) {
				case '+' -> Double::sum;
				case '-' -> (first, second) -> first - second;
				case '*' -> (first, second) -> first * second;
				default -> (first, second) -> second == 0 ? Double.NaN : first / second;
			});
		}

		@Override
		public List<String> names() {
			return List.of(left, right).stream().flatMap(it -> it.names().stream()).toList();
		}
	}
}
