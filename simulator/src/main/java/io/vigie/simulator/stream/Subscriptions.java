package io.vigie.simulator.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;

/** What one client wants to hear: symbols per channel, {@code *} for all. Thread-safe. */
final class Subscriptions {

	private final Map<String, Set<String>> channels = new LinkedHashMap<>();

	Subscriptions(Iterable<String> names) {
		names.forEach(it -> channels.put(it, new ConcurrentSkipListSet<>()));
	}

	/** @return whether the message names only known channels, and each with a list of symbols */
	boolean apply(JsonNode message, boolean subscribe) {
		for (Map.Entry<String, JsonNode> field : message.properties()) {
			if (field.getKey().equals("action")) {
				continue;
			}
			Set<String> symbols = channels.get(field.getKey());
			if (symbols == null || !field.getValue().isArray()) {
				return false;
			}
			for (JsonNode symbol : field.getValue()) {
				if (subscribe) {
					symbols.add(symbol.stringValue(""));
				}
				else {
					symbols.remove(symbol.stringValue(""));
				}
			}
		}
		return true;
	}

	boolean wants(String channel, String symbol) {
		Set<String> symbols = channels.get(channel);
		return symbols != null && (symbols.contains(symbol) || symbols.contains("*"));
	}

	Map<String, Object> view() {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("T", "subscription");
		channels.forEach((channel, symbols) -> view.put(channel, new TreeSet<>(symbols)));
		return view;
	}
}
