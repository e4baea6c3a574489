package io.vigie.backtest.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Text made harmless: names of files, symbols and strategies come from whoever ran the backtest. */
final class Html {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

	private Html() {
	}

	/** For text and for attributes in double or single quotes. */
	static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char it = text.charAt(i);
			switch (it) {
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '&' -> escaped.append("&amp;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> escaped.append(Character.isISOControl(it) && it != '\n' && it != '\t' ? '\uFFFD' : it);
			}
		}
		return escaped.toString();
	}

	/** For a JSON string within a script element: nothing in it can end the string or the element. */
	static String inScript(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char it = text.charAt(i);
			boolean plain = it >= ' ' && it < 127 && it != '"' && it != '\\' && it != '<' && it != '>' && it != '&';
			escaped.append(plain ? String.valueOf(it) : String.format(Locale.ROOT, "\\u%04x", (int) it));
		}
		return escaped.toString();
	}

	/** With two decimals at most, for places in a picture. */
	static String number(double value) {
		long hundredths = Math.round(value * 100);
		return hundredths % 100 == 0 ? Long.toString(hundredths / 100) : BigDecimal.valueOf(hundredths, 2).toPlainString();
	}

	/** In UTC, to the minute. */
	static String minute(Instant at) {
		return MINUTE.format(at);
	}

	/** Thousands parted by narrow spaces, no zeros at the end. */
	static String grouped(BigDecimal value) {
		String plain = value.stripTrailingZeros().toPlainString();
		int point = plain.indexOf('.');
		String whole = point < 0 ? plain : plain.substring(0, point);
		return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202F") + (point < 0 ? "" : plain.substring(point));
	}
}
