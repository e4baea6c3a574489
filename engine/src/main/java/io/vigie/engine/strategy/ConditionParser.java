package io.vigie.engine.strategy;

import io.vigie.engine.indicator.NamedIndicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one comparison; columns in errors count from one. */
final class ConditionParser {

	private static final Pattern SPACE = Pattern.compile("\\s*");
	private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
	private static final Pattern COMPARISON = Pattern.compile("crosses\\s+(above|below)|>=|<=|>|<");
	/** Bounds how deep brackets go, so that no text can exhaust the stack. */
	private static final int DEEPEST = 20;

	private final String text;
	private int at;
	private int depth;

	ConditionParser(String text) {
		this.text = text;
	}

	Rule condition() {
		Expression first = sum();
		int middle = at;
		String word = take(COMPARISON);
		if (word == null) {
			throw refused("expected >, >=, <, <=, 'crosses above' or 'crosses below'");
		}
		int begin = at;
		Expression second = sum();
		skip();
		if (at < text.length()) {
			throw refused("nothing may follow the comparison");
		}
		if (first.names().isEmpty() && second.names().isEmpty() && isNumber(first) && isNumber(second)) {
			throw refused("one side must be an indicator");
		}
		return new Rule.Condition(text.substring(0, middle).strip(), first, comparison(word), text.substring(begin).strip(), second);
	}

	private static boolean isNumber(Expression expression) {
		return expression instanceof Expression.Constant;
	}

	private static Comparison comparison(String word) {
		return switch (word.charAt(0)) {
			case '>' -> word.length() > 1 ? Comparison.AT_LEAST : Comparison.ABOVE;
			case '<' -> word.length() > 1 ? Comparison.AT_MOST : Comparison.BELOW;
			default -> word.endsWith("above") ? Comparison.CROSSES_ABOVE : Comparison.CROSSES_BELOW;
		};
	}

	private Expression sum() {
		Expression left = product();
		for (char sign = peek(); sign == '+' || sign == '-'; sign = peek()) {
			at++;
			left = new Expression.Sum(sign, left, product());
		}
		return left;
	}

	private Expression product() {
		Expression left = ago();
		for (char sign = peek(); sign == '*' || sign == '/'; sign = peek()) {
			at++;
			left = new Expression.Sum(sign, left, ago());
		}
		return left;
	}

	private Expression ago() {
		Expression value = single();
		if (peek() != '[') {
			return value;
		}
		at++;
		String bars = take(NUMBER);
		if (bars == null || !bars.matches("[1-9]\\d{0,2}")) {
			throw refused("expected a whole number of bars from 1 to 999");
		}
		expect(']');
		return new Expression.Ago(value, Integer.parseInt(bars));
	}

	private Expression single() {
		if (peek() == '(') {
			if (++depth > DEEPEST) {
				throw refused("brackets go too deep");
			}
			at++;
			Expression inner = sum();
			expect(')');
			depth--;
			return inner;
		}
		boolean negative = peek() == '-';
		if (negative) {
			at++;
		}
		String number = take(NUMBER);
		if (number != null) {
			return new Expression.Constant(negative ? new BigDecimal(number).negate() : new BigDecimal(number));
		}
		int begin = at;
		String name = negative ? null : take(NAME);
		if (name == null) {
			throw refused("expected an indicator, a parameter or a number");
		}
		return named(name, begin);
	}

	private Expression named(String name, int begin) {
		NamedIndicator indicator = NamedIndicator.named(name).orElse(null);
		boolean called = peek() == '(';
		if (indicator == null) {
			if (called) {
				at = begin;
				throw refused("there is no indicator '" + name + "', but " + NamedIndicator.names());
			}
			return new Expression.Named(name);
		}
		List<Expression> arguments = called ? arguments() : List.of();
		if (arguments.size() != indicator.arguments().size()) {
			at = begin;
			throw refused("'" + name + "' is written " + indicator.form());
		}
		return new Expression.Call(indicator, arguments);
	}

	private List<Expression> arguments() {
		List<Expression> arguments = new ArrayList<>();
		do {
			at++;
			Expression argument = single();
			if (!(argument instanceof Expression.Constant || argument instanceof Expression.Named)) {
				throw refused("expected a number or a parameter");
			}
			arguments.add(argument);
		}
		while (peek() == ',');
		expect(')');
		return arguments;
	}

	private char peek() {
		skip();
		return at < text.length() ? text.charAt(at) : '\0';
	}

	private void expect(char sign) {
		if (peek() != sign) {
			throw refused("expected '" + sign + "'");
		}
		at++;
	}

	private @Nullable String take(Pattern pattern) {
		skip();
		Matcher matcher = pattern.matcher(text).region(at, text.length());
		if (!matcher.lookingAt()) {
			return null;
		}
		at = matcher.end();
		return matcher.group();
	}

	private void skip() {
		Matcher matcher = SPACE.matcher(text).region(at, text.length());
		if (matcher.lookingAt()) {
			at = matcher.end();
		}
	}

	private IllegalArgumentException refused(String why) {
		return new IllegalArgumentException("'" + text + "', column " + (at + 1) + ": " + why);
	}
}
