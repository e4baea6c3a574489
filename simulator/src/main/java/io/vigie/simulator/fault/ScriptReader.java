package io.vigie.simulator.fault;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads scripts, and says of a bad one which field in which line is wrong. */
public final class ScriptReader {

	public static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
				DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.build();

	private ScriptReader() {
	}

	/**
	 * @param json a script, or a single fault
	 * @return the script with the names that it gives; the others get theirs from {@link Script#named}
	 */
	public static Script read(String json) {
		try {
			JsonNode root = MAPPER.readTree(json);
			if (root == null || !root.isObject()) {
				throw new BadScript("", "must be an object with faults");
			}
			Script script = root.has("do") ? new Script(null, null, List.of(MAPPER.readValue(json, Fault.class)))
					: MAPPER.readValue(json, Script.class);
			if (script.faults().isEmpty()) {
				throw new BadScript("faults", "must have at least one fault");
			}
			script.named(Set.of());
			return script;
		}
		catch (JacksonException e) {
			throw explained(e);
		}
	}

	private static BadScript explained(JacksonException e) {
		TokenStreamLocation location = e.getLocation();
		int line = location == null ? 0 : Math.max(0, location.getLineNr());
		String path = path(e);
		for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof BadScript bad) {
				return bad.within(path.endsWith(head(bad.field())) ? path.substring(0, path.length() - head(bad.field()).length())
					.replaceAll("\\.$", "") : path, line);
			}
		}
		return switch (e) {
			case UnrecognizedPropertyException unknown -> new BadScript(path, "is unknown; known here: " + unknown.getKnownPropertyIds(), line);
			case InvalidTypeIdException type -> new BadScript(path.isEmpty() ? "kind" : path + ".kind",
					type.getTypeId() == null ? "is missing" : "is unknown: " + type.getTypeId(), line);
			default -> new BadScript(path, "can't be read: " + e.getOriginalMessage().lines().findFirst().orElse(""), line);
		};
	}

	private static String head(String field) {
		int dot = field.indexOf('.');
		return dot < 0 ? field : field.substring(0, dot);
	}

	private static String path(JacksonException e) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : e.getPath()) {
			if (reference.getIndex() >= 0) {
				path.append('[').append(reference.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
		}
		return path.toString();
	}
}
