package io.vigie.local.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a log for people: structured lines become time, level, place, words and values; others stay as they are. */
final class LogLine {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

	/** What every line repeats, or what is shown in its own place. */
	private static final Set<String> KNOWN = Set.of("@timestamp", "log", "process", "service", "message", "ecs", "error", "tags");

	private LogLine() {
	}

	static String readable(String line) {
		if (!line.startsWith("{")) {
			return line;
		}
		try {
			return readable(JSON.readTree(line));
		}
		catch (JacksonException e) {
			return line;
		}
	}

	private static String readable(JsonNode node) {
		String logger = node.path("log").path("logger").asString("");
		StringBuilder text = new StringBuilder("%s %-5s %s: %s".formatted(time(node.path("@timestamp").asString("")),
				node.path("log").path("level").asString("").toUpperCase(Locale.ROOT),
				logger.substring(logger.lastIndexOf('.') + 1), node.path("message").asString("")));
		String values = node.propertyStream().filter(property -> !KNOWN.contains(property.getKey()))
				.flatMap(property -> flat(property.getKey(), property.getValue()).stream()).collect(Collectors.joining(" "));
		if (!values.isEmpty()) {
			text.append("  ").append(values);
		}
		String trace = node.path("error").path("stack_trace").asString("");
		if (!trace.isEmpty()) {
			text.append('\n').append(trace.stripTrailing().indent(4).stripTrailing());
		}
		return text.toString();
	}

	private static List<String> flat(String name, JsonNode value) {
		if (!value.isObject()) {
			return List.of(name + "=" + (value.isValueNode() ? value.asString() : value.toString()));
		}
		List<String> values = new ArrayList<>();
		value.propertyStream().forEach(property -> values.addAll(flat(name + "." + property.getKey(), property.getValue())));
		return values;
	}

	private static String time(String timestamp) {
		try {
			return TIME.format(Instant.parse(timestamp));
		}
		catch (java.time.DateTimeException e) {
			return timestamp;
		}
	}
}
