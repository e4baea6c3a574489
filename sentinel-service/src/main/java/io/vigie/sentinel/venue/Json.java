package io.vigie.sentinel.venue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the venue's JSON exactly and tolerantly: numbers become decimals, what is missing is simply not there. */
final class Json {

	private static final ObjectReader READER = JsonMapper.builder(factory())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build()
		.readerFor(JsonNode.class);

	private Json() {
	}

	static JsonNode read(String text) {
		return READER.readTree(text);
	}

	/** @throws IllegalArgumentException where there is none */
	static String text(JsonNode node, String field) {
		String value = textOrNull(node, field);
		if (value == null) {
			throw new IllegalArgumentException("no " + field);
		}
		return value;
	}

	static @Nullable String textOrNull(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return value.isString() ? value.stringValue() : value.isNumber() ? value.numberValue().toString() : null;
	}

	/** Numbers and numbers in strings. @throws IllegalArgumentException where there is none */
	static BigDecimal decimal(JsonNode node, String field) {
		BigDecimal value = decimalOrNull(node, field);
		if (value == null) {
			throw new IllegalArgumentException("no " + field);
		}
		return value;
	}

	static @Nullable BigDecimal decimalOrNull(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (value.isNumber()) {
			return value.decimalValue();
		}
		if (!value.isString() || value.stringValue().isBlank()) {
			return null;
		}
		try {
			return new BigDecimal(value.stringValue());
		}
		catch (NumberFormatException e) {
			throw new IllegalArgumentException(field + " is no number", e);
		}
	}

	/** @throws IllegalArgumentException where there is none */
	static long whole(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (!value.isIntegralNumber() || !value.canConvertToLong()) {
			throw new IllegalArgumentException("no whole " + field);
		}
		return value.longValue();
	}

	/** @throws java.time.DateTimeException where it is no time */
	static Instant time(JsonNode node, String field) {
		return Instant.parse(text(node, field));
	}

	private static JsonFactory factory() {
		return new JsonFactoryBuilder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(64)
					.maxStringLength(65_536).build())
			.build();
	}
}
