package io.vigie.health.system;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How often to look, and when to believe what is seen; see {@link Damping}. */
@Validated
@ConfigurationProperties("vigie.health.system")
record SystemSettings(@NotNull @DurationMin(millis = 100) Duration every, @Min(1) @Max(100) int strikes, @NotNull Duration grace,
		@Min(2) @Max(100) int flaps, @NotNull @DurationMin(seconds = 1) Duration flapWindow, @NotNull Duration calm,
		@NotNull @DurationMin(hours = 1) Duration kept) {

	Damping damping() {
		return new Damping(strikes, grace, flaps, flapWindow, calm);
	}
}
