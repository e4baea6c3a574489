package io.vigie.risk;

import io.vigie.common.sql.Plain;
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
		return stored == null ? null : Plain.of(stored);
	}
}
