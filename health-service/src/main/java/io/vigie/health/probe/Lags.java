package io.vigie.health.probe;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many messages wait, per consumer group and topic.
 *
 * @param known whether the broker could be asked
 */
public record Lags(boolean known, Map<String, Map<String, Long>> byGroup) {

	public static final Lags UNKNOWN = new Lags(false, Map.of());

	public Map<String, Long> of(String group) {
		return byGroup.getOrDefault(group, Map.of());
	}

	public long total(String group) {
		return of(group).values().stream().mapToLong(Long::longValue).sum();
	}

	/** The topics with something waiting, most first, at most three of them. */
	public String describe(String group) {
		return new TreeMap<>(of(group)).entrySet()
			.stream()
			.filter(it -> it.getValue() > 0)
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed())
			.limit(3)
			.map(it -> it.getKey() + " " + it.getValue())
			.reduce((one, other) -> one + ", " + other)
			.orElse("none");
	}
}
