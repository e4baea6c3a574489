package io.vigie.sentinel.venue;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the venue's JSON exactly: numbers become decimals. */
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
	static long whole(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (!value.isIntegralNumber() || !value.canConvertToLong()) {
			throw new IllegalArgumentException("no whole " + field);
		}
		return value.longValue();
	}

	private static JsonFactory factory() {
		return new JsonFactoryBuilder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(64)
					.maxStringLength(65_536).build())
			.build();
	}
}
