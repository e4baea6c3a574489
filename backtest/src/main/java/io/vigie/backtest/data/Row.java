package io.vigie.backtest.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** One line of a file. What can't be read is told without the line: whoever reads knows where it is. */
record Row(List<String> cells) {

	private static final int MOST_DIGITS = 15;
	private static final int MOST_DECIMALS = 18;
	/** A dollar sign before a price, and commas between its thousands: a comma can't be here unless it was quoted. */
	private static final Pattern MARKS = Pattern.compile("^\\$|,(?=\\d{3}(\\D|$))");

	/** What is wrong with a row, in words that go after its line. */
	static final class Unreadable extends RuntimeException {

		Unreadable(String problem) {
			super(problem, null, false, false);
		}

		String problem() {
			return String.valueOf(getMessage());
		}
	}

	Instant time(Columns columns) {
		String text = columns.clock() < 0 ? cell(columns.time()) : cell(columns.time()) + " " + cell(columns.clock());
		try {
			return Times.parse(text);
		}
		catch (DateTimeException | ArithmeticException _) {
			throw new Unreadable("'" + text + "' is not a time: use seconds or milliseconds since 1970, 2026-01-05T00:00:00Z or 2026-01-05");
		}
	}

	BigDecimal price(int cell, String what) {
		BigDecimal value = number(cell, what);
		if (value.signum() <= 0) {
			throw new Unreadable("the " + what + " " + value.toPlainString() + " is not positive");
		}
		return value;
	}

	/** Zero where there is no such column, or nothing in it. */
	BigDecimal amount(int cell, String what) {
		if (cell < 0 || cell >= cells.size() || cells.get(cell).isEmpty()) {
			return BigDecimal.ZERO;
		}
		BigDecimal value = number(cell, what);
		if (value.signum() < 0) {
			throw new Unreadable("the " + what + " " + value.toPlainString() + " is negative");
		}
		return value;
	}

	private BigDecimal number(int cell, String what) {
		String text = cell(cell);
		try {
			BigDecimal value = new BigDecimal(MARKS.matcher(text).replaceAll(""));
			if (value.precision() - value.scale() > MOST_DIGITS || value.scale() > MOST_DECIMALS) {
				throw new Unreadable("the " + what + " " + text + " is out of bounds: up to " + MOST_DIGITS + " digits before the point and "
						+ MOST_DECIMALS + " behind it");
			}
			return plain(value);
		}
		catch (NumberFormatException _) {
			throw new Unreadable("'" + text + "' is not a number, " + what + " expected");
		}
	}

	private String cell(int index) {
		if (index >= cells.size()) {
			throw new Unreadable("has " + cells.size() + " cells, at least " + (index + 1) + " are needed");
		}
		return cells.get(index);
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
