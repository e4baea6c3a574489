package io.vigie.simulator.recording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One line of a CSV file, which knows where it stands when a cell can't be read. */
record Row(String source, int line, String[] cells) {

	/** What is larger is milliseconds: the smallest such second is in the year 5138. */
	private static final long LARGEST_SECOND = 99_999_999_999L;

	static Row of(String source, int line, String text) {
		return new Row(source, line, text.strip().split("\\s*,\\s*", -1));
	}

	BigDecimal price(int cell) {
		BigDecimal value = number(cell, "price");
		if (value.signum() <= 0) {
			throw bad("price " + cells[cell] + " is not positive");
		}
		return value;
	}

	BigDecimal amount(int cell) {
		BigDecimal value = number(cell, "amount");
		if (value.signum() < 0) {
			throw bad("amount " + cells[cell] + " is negative");
		}
		return value;
	}

	/** Seconds or milliseconds since the epoch, an instant such as 2026-01-05T00:00:00Z, or a date. */
	Instant time(int cell) {
		String text = cells[cell];
		try {
			if (isDate(cell)) {
				return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
			}
			if (text.contains("T")) {
				return Instant.parse(text);
			}
			long number = Long.parseLong(text);
			return number > LARGEST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
		}
		catch (NumberFormatException | DateTimeException _) {
			throw bad("'" + text + "' is not a time: use seconds since 1970, 2026-01-05T00:00:00Z or 2026-01-05");
		}
	}

	boolean isDate(int cell) {
		return cells[cell].matches("\\d{4}-\\d{2}-\\d{2}");
	}

	void requireCells(int wanted) {
		if (cells.length < wanted) {
			throw bad("has " + cells.length + " cells, " + wanted + " are needed");
		}
	}

	BadRecording bad(String problem) {
		return new BadRecording(source, line, problem);
	}

	private BigDecimal number(int cell, String what) {
		try {
			return plain(new BigDecimal(cells[cell]));
		}
		catch (NumberFormatException _) {
			throw bad("'" + cells[cell] + "' is not a number, " + what + " expected");
		}
	}

	static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
