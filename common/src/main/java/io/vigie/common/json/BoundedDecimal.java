package io.vigie.common.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers;

/**
 * Refuses decimals that are short to write and endless to calculate with: {@code 1E+999999999} takes a few bytes as text and
 * a gigabyte as digits.
 */
final class BoundedDecimal extends NumberDeserializers.BigDecimalDeserializer {

	private static final int MOST_DIGITS = 100;

	@Override
	public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
		BigDecimal value = super.deserialize(parser, context);
		if (value != null && (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS)) {
			return context.reportInputMismatch(BigDecimal.class, "Decimal has more than %d digits", MOST_DIGITS);
		}
		return value;
	}
}
