package io.vigie.risk;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The database keeps eighteen decimals of everything; people and messages get those that say something. */
@Converter(autoApply = true)
class TidyDecimals implements AttributeConverter<BigDecimal, BigDecimal> {

	@Override
	public @Nullable BigDecimal convertToDatabaseColumn(@Nullable BigDecimal value) {
		return value;
	}

	@Override
	public @Nullable BigDecimal convertToEntityAttribute(@Nullable BigDecimal stored) {
		if (stored == null || stored.signum() == 0) {
			return stored == null ? null : BigDecimal.ZERO;
		}
		BigDecimal stripped = stored.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
