package io.vigie.local.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user's {@code .env}: {@code NAME=value} lines, read but never executed. What the environment already says wins, as with
 * Docker Compose.
 */
public final class DotEnv {

	private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

	private DotEnv() {
	}

	/** The environment, completed by the file if there is one. */
	public static Map<String, String> merge(Map<String, String> environment, Path file) {
		Map<String, String> merged = new LinkedHashMap<>();
		if (Files.isRegularFile(file)) {
			try {
				merged.putAll(parse(Files.readAllLines(file)));
			}
			catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		merged.putAll(environment);
		return merged;
	}

	static Map<String, String> parse(List<String> lines) {
		Map<String, String> settings = new LinkedHashMap<>();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (line.isEmpty() || line.startsWith("#")) {
				continue;
			}
			Matcher matcher = LINE.matcher(line);
			if (!matcher.matches()) {
				throw new Refusal("Line %d of .env is not NAME=value: %s".formatted(i + 1, beforeValue(line)));
			}
			String value = value(matcher.group(2), i + 1);
			// NAME= means "as if not set": an empty port or address never makes sense.
			if (!value.isEmpty()) {
				settings.put(matcher.group(1), value);
			}
		}
		return settings;
	}

	private static String value(String raw, int line) {
		if (raw.startsWith("\"") || raw.startsWith("'")) {
			int end = raw.indexOf(raw.charAt(0), 1);
			if (end < 0) {
				throw new Refusal("Line %d of .env begins with a quote that does not end.".formatted(line));
			}
			return raw.substring(1, end);
		}
		return raw.startsWith("#") ? "" : raw.replaceFirst("\\s+#.*$", "").strip();
	}

	/** A malformed line may hold a secret: only its beginning is repeated. */
	private static String beforeValue(String line) {
		return line.length() <= 12 ? line : line.substring(0, 12) + "…";
	}
}
