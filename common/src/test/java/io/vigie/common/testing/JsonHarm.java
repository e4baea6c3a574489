package io.vigie.common.testing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer with one field of it harmed: gone, null, of another type, or the same written as another type. All of them are found
 * by walking the answer, so that a field added tomorrow is tried tomorrow.
 *
 * @param path of the field, as in {@code legs/0/qty}
 * @param how what was done to it
 * @param sameMeaning whether it says the same as before, only otherwise
 */
public record JsonHarm(String path, String how, boolean sameMeaning, JsonNode harmed) {

	private static final JsonMapper MAPPER = JsonMapper.shared();
	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** Every harm there is to be done to it. */
	public static List<JsonHarm> of(String json) {
		List<JsonHarm> harms = new ArrayList<>();
		collect(json, MAPPER.readTree(json), List.of(), harms);
		return harms;
	}

	/** Its name alone. */
	public String field() {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** Whether something else is in there now: then what is missed is in it. */
	public boolean isEmptied() {
		return how.equals("an object") || how.equals("a list");
	}

	@Override
	public String toString() {
		return path + " " + how;
	}

	private static void collect(String json, JsonNode at, List<String> path, List<JsonHarm> harms) {
		if (at instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> field : object.properties()) {
				List<String> here = with(path, field.getKey());
				harms(json, field.getValue(), here, harms);
				collect(json, field.getValue(), here, harms);
			}
		}
		if (at instanceof ArrayNode list) {
			for (int i = 0; i < list.size(); i++) {
				collect(json, list.get(i), with(path, String.valueOf(i)), harms);
			}
		}
	}

	private static void harms(String json, JsonNode value, List<String> path, List<JsonHarm> harms) {
		harms.add(new JsonHarm(String.join("/", path), "gone", false, changed(json, path, null)));
		Map<String, Supplier<JsonNode>> others = new LinkedHashMap<>();
		if (!value.isNull()) {
			others.put("null", NODES::nullNode);
			others.put("an object", () -> NODES.objectNode().put("odd", 1));
			others.put("a list", () -> NODES.arrayNode().add("odd").add(NODES.objectNode()));
			others.put("another scalar", () -> value.isBoolean() ? NODES.stringNode("yes") : NODES.booleanNode(true));
		}
		if (value.isNumber() || value.isString() && isPlain(value.stringValue())) {
			others.put("no number or time", () -> NODES.stringNode("?"));
		}
		others.forEach((how, other) -> harms.add(new JsonHarm(String.join("/", path), how, false, changed(json, path, other.get()))));
		if (value.isNumber()) {
			harms.add(new JsonHarm(String.join("/", path), "text", true, changed(json, path, NODES.stringNode(value.numberValue().toString()))));
		}
		if (value.isString() && isNumber(value.stringValue())) {
			harms.add(new JsonHarm(String.join("/", path), "number", true, changed(json, path, NODES.numberNode(new BigDecimal(value.stringValue())))));
		}
	}

	private static JsonNode changed(String json, List<String> path, @org.jspecify.annotations.Nullable JsonNode value) {
		JsonNode root = MAPPER.readTree(json);
		JsonNode at = root;
		for (String step : path.subList(0, path.size() - 1)) {
			at = at instanceof ArrayNode list ? list.get(Integer.parseInt(step)) : at.path(step);
		}
		ObjectNode object = (ObjectNode) at;
		if (value == null) {
			object.remove(path.getLast());
		}
		else {
			object.set(path.getLast(), value);
		}
		return root;
	}

	private static List<String> with(List<String> path, String step) {
		return Stream.concat(path.stream(), Stream.of(step)).toList();
	}

	private static boolean isPlain(String text) {
		return isNumber(text) || isTime(text);
	}

	private static boolean isNumber(String text) {
		return text.matches("-?\\d+(\\.\\d+)?");
	}

	private static boolean isTime(String text) {
		try {
			return OffsetDateTime.parse(text) != null;
		}
		catch (java.time.DateTimeException _) {
			return false;
		}
	}
}
