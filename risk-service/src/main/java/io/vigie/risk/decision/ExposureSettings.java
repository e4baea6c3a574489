package io.vigie.risk.decision;

import io.vigie.engine.risk.ExposureLimits;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** How much may be out at a time; all in percent but leverage, which is times the equity. */
record ExposureSettings(@NotNull @DecimalMin(value = "0.1", message = "must be between 0.1 and 1000 percent") @DecimalMax(value = "1000",
		message = "must be between 0.1 and 1000 percent") BigDecimal symbol,
		@NotNull @DecimalMin(value = "0.1", message = "must be between 0.1 and 1000 percent") @DecimalMax(value = "1000",
				message = "must be between 0.1 and 1000 percent") BigDecimal bot,
		@NotNull @DecimalMin(value = "0.1", message = "must be between 0.1 and 1000 percent") @DecimalMax(value = "1000",
				message = "must be between 0.1 and 1000 percent") BigDecimal assetClass,
		@NotNull @DecimalMin(value = "0.1", message = "must be between 0.1 and 1000 percent") @DecimalMax(value = "1000",
				message = "must be between 0.1 and 1000 percent") BigDecimal sector,
		@NotNull @DecimalMin(value = "0.1", message = "must be between 0.1 and 1000 percent") @DecimalMax(value = "1000",
				message = "must be between 0.1 and 1000 percent") BigDecimal global,
		@NotNull @DecimalMin(value = "0.1", message = "must be between 0.1 and 10 times the equity") @DecimalMax(value = "10",
				message = "must be between 0.1 and 10 times the equity") BigDecimal leverage) {

	ExposureLimits limits() {
		return new ExposureLimits(symbol.movePointLeft(2), bot.movePointLeft(2), assetClass.movePointLeft(2), sector.movePointLeft(2),
				global.movePointLeft(2), leverage);
	}
}
