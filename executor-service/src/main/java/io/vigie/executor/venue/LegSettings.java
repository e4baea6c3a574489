package io.vigie.executor.venue;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who holds what protects a position, per asset class.
 *
 * @param slack percent below its stop at which a stop-limit still sells, where the venue knows no plain stop
 */
@ConfigurationProperties("vigie.executor.legs")
@Validated
record LegSettings(@NotNull @DefaultValue("auto") Holder stocks, @NotNull @DefaultValue("auto") Holder crypto,
		@NotNull @DecimalMin("0.1") @DecimalMax("50") @DefaultValue("2") BigDecimal slack) {

	enum Holder {
		/** The venue where it can. */
		AUTO,
		/** Entries go out as brackets. */
		VENUE,
		/** Entries go out alone; the executor places a stop once they fill. */
		EXECUTOR
	}
}
