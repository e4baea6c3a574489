package io.vigie.backtest.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options as they were typed, {@code --name value} or {@code --name=value}; each is taken once, and what is left over is told. */
final class Words {

	private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,12})?)\\s*(%|bps?|)");
	private static final Pattern SPAN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(ms|s|m|h|d)");

	private final Map<String, String> values = new LinkedHashMap<>();

	/** @param flags names that have no value */
	Words(List<String> words, List<String> flags) {
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			if (!word.matches("--[a-z][a-z0-9_-]*(=.*)?")) {
				throw new Unusable("'backtest' does not know '%s'. ./vigie backtest --help shows what there is.".formatted(word));
			}
			int equals = word.indexOf('=');
			String name = word.substring(2, equals < 0 ? word.length() : equals);
			String value = equals >= 0 ? word.substring(equals + 1) : flags.contains(name) ? "yes" : i + 1 < words.size() ? words.get(++i) : "";
			if (value.isBlank() || value.startsWith("--")) {
				throw new Unusable("'--%s' needs a value.".formatted(name));
			}
			if (values.put(name, value) != null) {
				throw new Unusable("'--%s' is given twice.".formatted(name));
			}
		}
	}

	Optional<String> text(String name) {
		return Optional.ofNullable(values.remove(name));
	}

	boolean flag(String name) {
		return text(name).isPresent();
	}

	/** Everything not taken so far, as numbers. */
	Map<String, BigDecimal> rest() {
		Map<String, BigDecimal> rest = new LinkedHashMap<>();
		values.forEach((name, value) -> rest.put(name, decimal(name, value)));
		return rest;
	}

	Optional<BigDecimal> positive(String name) {
		return text(name).map(it -> {
			BigDecimal value = decimal(name, it);
			if (value.signum() <= 0) {
				throw new Unusable("'--%s' needs a number above zero, not %s.".formatted(name, it));
			}
			return value;
		});
	}

	/** A fraction: {@code 0.001}, {@code 0.1%} and {@code 10bp} are the same. */
	Optional<BigDecimal> rate(String name, String most) {
		return text(name).map(it -> rate(name, it, most));
	}

	static BigDecimal rate(String name, String text, String most) {
		Matcher matcher = RATE.matcher(text);
		if (!matcher.matches()) {
			throw new Unusable("'--%s' needs a rate such as 0.1%%, 10bp or 0.001, not '%s'.".formatted(name, text));
		}
		BigDecimal number = new BigDecimal(matcher.group(1));
		BigDecimal rate = switch (matcher.group(2)) {
			case "%" -> number.movePointLeft(2);
			case "" -> number;
			default -> number.movePointLeft(4);
		};
		if (rate.compareTo(new BigDecimal(most)) > 0) {
			BigDecimal percent = rate.movePointRight(2).stripTrailingZeros();
			throw new Unusable("'--%s %s' is %s %%; at most %s %% make sense: a bare number is a fraction, so write %s%% or %s."
				.formatted(name, text, percent.toPlainString(), new BigDecimal(most).movePointRight(2).stripTrailingZeros().toPlainString(),
						number.toPlainString(), number.movePointLeft(2).toPlainString()));
		}
		return rate;
	}

	Optional<Duration> span(String name) {
		return text(name).map(it -> {
			Matcher matcher = SPAN.matcher(it);
			if (!matcher.matches()) {
				throw new Unusable("'--%s' needs a span such as 250ms, 5s or 1m, not '%s'.".formatted(name, it));
			}
			long unit = switch (matcher.group(2)) {
				case "ms" -> 1;
				case "s" -> 1000;
				case "m" -> 60_000;
				case "h" -> 3_600_000;
				default -> 86_400_000;
			};
			return Duration.ofMillis(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue());
		});
	}

	/** An instant, a time in UTC or a date: its first moment, or where it is an end, the one after its last. */
	Optional<Instant> time(String name, boolean end) {
		return text(name).map(it -> {
			try {
				if (it.length() <= 10) {
					return LocalDate.parse(it).plusDays(end ? 1 : 0).atStartOfDay().toInstant(ZoneOffset.UTC);
				}
				String iso = it.replace(' ', 'T');
				return iso.endsWith("Z") ? Instant.parse(iso) : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
			}
			catch (DateTimeException _) {
				throw new Unusable("'--%s' needs a date or time such as 2013-06-30 or 2013-06-30T12:00Z, not '%s'.".formatted(name, it));
			}
		});
	}

	private static BigDecimal decimal(String name, String text) {
		if (!text.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
			throw new Unusable("'--%s' needs a number, not '%s'.".formatted(name, text));
		}
		return new BigDecimal(text);
	}
}
