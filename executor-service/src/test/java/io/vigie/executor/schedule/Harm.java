package io.vigie.executor.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An answer that has lost a field, or says something else in its place. */
final class Harm {

	private static final JsonMapper JSON = JsonMapper.shared();

	private Harm() {
	}

	/** @return the answer without the field, and which it was; nothing where there is none */
	static Map.@Nullable Entry<String, byte[]> done(byte[] answer, Luck luck) {
		if (answer.length == 0) {
			return null;
		}
		JsonNode root = JSON.readTree(answer);
		List<ObjectNode> objects = new ArrayList<>();
		collect(root, objects);
		List<ObjectNode> full = objects.stream().filter(it -> !it.isEmpty()).toList();
		if (full.isEmpty()) {
			return null;
		}
		ObjectNode object = luck.oneOf(full);
		String field = luck.oneOf(List.copyOf(object.propertyNames()));
		switch (luck.between(0, 2)) {
			case 0 -> object.remove(field);
			case 1 -> object.putNull(field);
			default -> object.putObject(field);
		}
		return Map.entry(field, JSON.writeValueAsBytes(root));
	}

	private static void collect(JsonNode node, List<ObjectNode> objects) {
		if (node instanceof ObjectNode object) {
			objects.add(object);
		}
		node.valueStream().forEach(it -> collect(it, objects));
	}
}
