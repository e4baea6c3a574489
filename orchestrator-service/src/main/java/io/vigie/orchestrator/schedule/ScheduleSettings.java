package io.vigie.orchestrator.schedule;

import io.vigie.orchestrator.pace.Rhythm;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The rhythm, as the user set it.
 *
 * @param tick how often due times are looked at
 */
@Validated
@ConfigurationProperties("vigie.orchestrator.schedule")
record ScheduleSettings(@NotNull @DurationMin(seconds = 1) Duration cycle, @NotNull @DurationMin(seconds = 1) Duration scan,
		@NotNull @DurationMin(seconds = 1) Duration snapshot, @NotNull @DurationMin(seconds = 1) Duration reconciliation,
		@NotNull @DurationMin(seconds = 1) Duration check, @NotNull @DurationMin(seconds = 1) Duration fastest,
		@NotNull @DurationMin(seconds = 1) Duration slowest,
		@NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal calmBelow,
		@NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal activeAbove,
		@NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal wildAbove,
		@NotNull @DurationMin(seconds = 1) Duration staleAfter, @NotNull @DurationMin(seconds = 1) Duration patience,
		@NotNull @DurationMin(millis = 100) Duration tick) {

	@AssertTrue(message = "VIGIE_CALM_BELOW, VIGIE_ACTIVE_ABOVE and VIGIE_WILD_ABOVE must rise in this order")
	boolean isRising() {
		return calmBelow.compareTo(activeAbove) <= 0 && activeAbove.compareTo(wildAbove) <= 0;
	}

	@AssertTrue(message = "VIGIE_CYCLE_FASTEST must not be longer than VIGIE_CYCLE_SLOWEST")
	boolean isOrdered() {
		return fastest.compareTo(slowest) <= 0;
	}

	Rhythm rhythm() {
		return new Rhythm(cycle, scan, snapshot, reconciliation, check, fastest, slowest, calmBelow, activeAbove, wildAbove,
				staleAfter, patience);
	}
}
