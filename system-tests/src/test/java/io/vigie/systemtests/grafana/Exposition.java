package io.vigie.systemtests.grafana;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the services tell at this moment, for a machine that has no Prometheus: a query cannot be run there, but each metric
 * and label that it names can be looked for.
 */
final class Exposition {

	/** Made by Prometheus itself while it scrapes and evaluates its rules. */
	private static final Set<String> MADE_BY_PROMETHEUS = Set.of("up", "scrape_duration_seconds", "scrape_samples_scraped", "ALERTS");
	private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("service", "job", "instance");
	private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "by", "without", "on", "ignoring",
		"group_left", "group_right");
	private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
	private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
	private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
	private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
	private static final Pattern NAME = Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)(?!\\w)(?!\\s*\\()");

	private final Map<String, List<Map<String, String>>> samples = new HashMap<>();

	Exposition(List<String> scraped) {
		for (var text : scraped) {
			text.lines().map(SAMPLE::matcher).filter(java.util.regex.Matcher::find).forEach(line -> {
				Map<String, String> labels = new HashMap<>();
				if (line.group(2) != null) {
					LABEL.matcher(line.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
				}
				samples.computeIfAbsent(line.group(1), name -> new ArrayList<>()).add(labels);
			});
		}
	}

	/** What the query names and nobody tells; empty if it could have an answer. */
	Set<String> missing(String query) {
		Set<String> missing = new LinkedHashSet<>();
		SELECTOR.matcher(query).results().forEach(found -> {
			if (!MADE_BY_PROMETHEUS.contains(found.group(1)) && !hasSample(found.group(1), found.group(2))) {
				missing.add(found.group(1) + "{" + found.group(2) + "}");
			}
		});
		names(query).stream().filter(name -> !MADE_BY_PROMETHEUS.contains(name) && !samples.containsKey(name)).forEach(missing::add);
		GROUPING.matcher(query).results().flatMap(found -> Pattern.compile("\\s*,\\s*").splitAsStream(found.group(2).strip()))
			.filter(label -> !label.isEmpty() && !label.equals("le") && !LABELS_OF_PROMETHEUS.contains(label))
			.filter(label -> names(query).stream().noneMatch(name -> samples.getOrDefault(name, List.of()).stream()
				.anyMatch(labels -> labels.containsKey(label))))
			.forEach(label -> missing.add("label " + label));
		return missing;
	}

	static Set<String> names(String query) {
		var bare = query.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
		bare = GROUPING.matcher(bare).replaceAll(" ");
		bare = bare.replaceAll("\\{[^}]*}", " ").replaceAll("\\[[^]]*]", " ").replaceAll("\"\"", " ");
		Set<String> names = new LinkedHashSet<>();
		NAME.matcher(bare).results().map(found -> found.group(1)).filter(name -> !WORDS.contains(name.toLowerCase(java.util.Locale.ROOT)))
			.forEach(names::add);
		return names;
	}

	private boolean hasSample(String name, String matchers) {
		return samples.getOrDefault(name, List.of()).stream().anyMatch(labels -> MATCHER.matcher(matchers).results()
			.filter(matcher -> !LABELS_OF_PROMETHEUS.contains(matcher.group(1)))
			.allMatch(matcher -> matches(labels.getOrDefault(matcher.group(1), ""), matcher.group(2), matcher.group(3).replace("\\\\", "\\"))));
	}

	private static boolean matches(String value, String operator, String wanted) {
		return switch (operator) {
			case "=" -> value.equals(wanted);
			case "!=" -> !value.equals(wanted);
			case "=~" -> value.matches(wanted);
			default -> !value.matches(wanted);
		};
	}
}
