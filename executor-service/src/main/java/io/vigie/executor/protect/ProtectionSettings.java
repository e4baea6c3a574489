package io.vigie.executor.protect;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How positions are protected.
 *
 * @param every how often it is looked whether they are
 * @param within a position without a stop for so long is closed
 * @param fillWait how long a partly filled entry is waited for, before its rest is cancelled so that a stop can stand
 * @param attempts how often a stop is tried that the venue refuses
 * @param trail percent below the price that stops are raised to, 0 to leave them where they are
 * @param atr multiples of the average true range below the price that stops are raised to, 0 for none; wins where it is known
 * @param trailEvery how often a stop is raised at most
 */
@ConfigurationProperties("vigie.executor.protection")
@Validated
record ProtectionSettings(@NotNull Duration every, @NotNull Duration within, @NotNull Duration fillWait, @Min(1) @Max(20) int attempts,
		@NotNull @DecimalMin("0") @DecimalMax("50") BigDecimal trail, @NotNull @DecimalMin("0") @DecimalMax("50") BigDecimal atr,
		@NotNull Duration trailEvery) {

	boolean raises() {
		return trail.signum() > 0 || atr.signum() > 0;
	}
}
