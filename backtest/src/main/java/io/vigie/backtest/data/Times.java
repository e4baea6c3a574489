package io.vigie.backtest.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;

/** The ways in which files write a time. What has no zone is UTC. */
final class Times {

	/** What is larger is milliseconds: the smallest such second is in the year 5138. */
	private static final long LARGEST_SECOND = 99_999_999_999L;
	private static final long LARGEST_MILLI = LARGEST_SECOND * 1000;
	private static final long LARGEST_MICRO = LARGEST_MILLI * 1000;
	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
	private static final Pattern BASIC_DATE = Pattern.compile("(19|20)\\d{6}");
	private static final Pattern DATE = Pattern.compile("\\d{4}([-/.])\\d{2}\\1\\d{2}");
	private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE)
		.appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME).toFormatter();

	private Times() {
	}

	/** @throws DateTimeException for what is no time */
	static Instant parse(String text) {
		if (BASIC_DATE.matcher(text).matches()) {
			return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		if (NUMBER.matcher(text).matches()) {
			return epoch(new BigDecimal(text));
		}
		if (DATE.matcher(text).matches()) {
			return LocalDate.parse(text.replace('/', '-').replace('.', '-')).atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		String iso = iso(text);
		return zoned(iso) ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso, LOCAL).toInstant(ZoneOffset.UTC);
	}

	/** Whether it names a day and no time of it. */
	static boolean isDate(String text) {
		return BASIC_DATE.matcher(text).matches() || DATE.matcher(text).matches();
	}

	private static Instant epoch(BigDecimal number) {
		long whole = number.longValue();
		BigDecimal seconds = Math.abs(whole) <= LARGEST_SECOND ? number : Math.abs(whole) <= LARGEST_MILLI ? number.movePointLeft(3)
				: Math.abs(whole) <= LARGEST_MICRO ? number.movePointLeft(6) : number.movePointLeft(9);
		long second = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
		return Instant.ofEpochSecond(second, seconds.subtract(BigDecimal.valueOf(second)).movePointRight(9).longValue());
	}

	/** {@code 2026-01-05 09:30:00 UTC} and {@code 2026-01-05 09:30:00+0000} are written by many, and by no standard. */
	private static String iso(String text) {
		String iso = text.replaceFirst(" ?(UTC|GMT)$", "Z").replaceFirst("^(\\d{4})[/.](\\d{2})[/.](\\d{2})", "$1-$2-$3");
		int space = iso.indexOf(' ');
		if (space == 10) {
			iso = iso.substring(0, 10) + "T" + iso.substring(11);
		}
		return iso.replace(" ", "").replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2").replaceFirst("(T.*[+-]\\d{2})$", "$1:00");
	}

	private static boolean zoned(String iso) {
		return iso.endsWith("Z") || iso.length() > 16 && iso.substring(11).matches(".*[+-]\\d{2}:\\d{2}");
	}
}
