package io.vigie.systemtests.grafana;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills in what Grafana fills in before it sends a query: time macros, intervals, and variables with "All" chosen. */
record GrafanaText(Instant from, Instant to, Map<String, List<String>> variables) {

	private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([^()]*)\\)");
	private static final Pattern TIME_GROUP = Pattern.compile("\\$__timeGroup(Alias)?\\(([^,()]*),\\s*([^,()]*)(?:,[^()]*)?\\)");
	private static final Pattern TIME = Pattern.compile("\\$__time\\(([^()]*)\\)");
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::\\w+)?}|\\$(?!__)(\\w+)");
	private static final Pattern REGEX_SIGN = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}/]");

	String sql(String text) {
		var interval = "10s";
		var filled = text.replace("$__interval", interval);
		filled = TIME_FILTER.matcher(filled).replaceAll(found -> quoteDollar(found.group(1) + " between '" + from + "' and '" + to + "'"));
		filled = TIME_GROUP.matcher(filled).replaceAll(found -> quoteDollar(group(found)));
		filled = TIME.matcher(filled).replaceAll(found -> quoteDollar(found.group(1) + " as \"time\""));
		filled = filled.replace("$__timeFrom()", "'" + from + "'").replace("$__timeTo()", "'" + to + "'");
		return VARIABLE.matcher(filled).replaceAll(found -> quoteDollar(values(found).stream()
			.map(value -> "'" + value.replace("'", "''") + "'").collect(Collectors.joining(","))));
	}

	String promQl(String text, Duration scrapeInterval) {
		var filled = text.replace("$__rate_interval", scrapeInterval.toSeconds() * 4 + "s")
			.replace("$__interval", scrapeInterval.toSeconds() + "s")
			.replace("$__range", Duration.between(from, to).toSeconds() + "s");
		return VARIABLE.matcher(filled).replaceAll(found -> quoteDollar(values(found).stream()
			.map(value -> REGEX_SIGN.matcher(value).replaceAll("\\\\\\\\$0")).collect(Collectors.joining("|", "(", ")"))));
	}

	private List<String> values(MatchResult found) {
		var name = found.group(1) == null ? found.group(2) : found.group(1);
		var values = variables.get(name);
		if (values == null || values.isEmpty()) {
			throw new IllegalStateException("variable " + name + " has no values");
		}
		return values;
	}

	private static String group(MatchResult found) {
		var seconds = seconds(found.group(3).replace("'", "").strip());
		var floor = "floor(extract(epoch from " + found.group(2) + ")/" + seconds + ")*" + seconds;
		return found.group(1) == null ? floor : floor + " as \"time\"";
	}

	private static long seconds(String interval) {
		var number = Long.parseLong(interval.substring(0, interval.length() - 1));
		return number * switch (interval.charAt(interval.length() - 1)) {
			case 's' -> 1;
			case 'm' -> 60;
			case 'h' -> 3600;
			default -> throw new IllegalArgumentException("interval " + interval);
		};
	}

	private static String quoteDollar(String text) {
		return text.replace("\\", "\\\\").replace("$", "\\$");
	}
}
