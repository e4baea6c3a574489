package io.vigie.simulator.injection;

import io.vigie.simulator.fault.AnswerHarm;
import io.vigie.simulator.fault.Harm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Changes what leaves the venue: plain maps, lists and values, as JSON has them. */
public final class Edits {

	private static final String STAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:.*Z";

	private Edits() {
	}

	/** A copy with all of the changes. */
	public static @Nullable Object apply(Iterable<? extends Harm> harms, @Nullable Object json) {
		Object edited = copy(json, Duration.ZERO);
		for (Harm harm : harms) {
			if (harm instanceof AnswerHarm.FieldsChanged fields) {
				change(fields, edited);
			}
			else if (harm instanceof AnswerHarm.ClockSkew(var seconds)) {
				edited = copy(edited, skew(Objects.requireNonNull(seconds)));
			}
		}
		return edited;
	}

	static Duration skew(BigDecimal seconds) {
		return Duration.ofNanos(seconds.movePointRight(9).longValue());
	}

	private static void change(AnswerHarm.FieldsChanged fields, @Nullable Object json) {
		if (fields.remove() != null) {
			fields.remove().forEach(path -> at(json, path, Map::remove));
		}
		if (fields.rename() != null) {
			fields.rename().forEach((path, name) -> at(json, path, (map, old) -> {
				if (map.containsKey(old)) {
					map.put(name, map.remove(old));
				}
			}));
		}
		if (fields.set() != null) {
			fields.set().forEach((path, value) -> at(json, path, (map, field) -> map.put(field, value)));
		}
	}

	/** Does it to the last part of the path in every map that the path leads to. */
	@SuppressWarnings("unchecked")
	private static void at(@Nullable Object json, String path, BiConsumer<Map<String, Object>, String> change) {
		List<String> parts = Arrays.asList(path.split("\\."));
		if (json instanceof List<?> items) {
			items.forEach(it -> at(it, path, change));
		}
		else if (json instanceof Map<?, ?> map && parts.size() > 1) {
			at(map.get(parts.getFirst()), String.join(".", parts.subList(1, parts.size())), change);
		}
		else if (json instanceof Map<?, ?> map) {
			change.accept((Map<String, Object>) map, path);
		}
	}

	private static @Nullable Object copy(@Nullable Object json, Duration skew) {
		return switch (json) {
			case Map<?, ?> map -> {
				Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
				map.forEach((key, value) -> copy.put(key, copy(value, skew)));
				yield copy;
			}
			case List<?> items -> {
				List<@Nullable Object> copy = new ArrayList<>();
				items.forEach(it -> copy.add(copy(it, skew)));
				yield copy;
			}
			case Instant instant -> instant.plus(skew);
			case String text when !skew.isZero() && text.matches(STAMP) -> shifted(text, skew);
			case null, default -> json;
		};
	}

	private static String shifted(String text, Duration skew) {
		try {
			return Instant.parse(text).plus(skew).toString();
		}
		catch (DateTimeParseException _) {
			return text;
		}
	}
}
