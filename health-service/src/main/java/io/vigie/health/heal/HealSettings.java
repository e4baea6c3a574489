package io.vigie.health.heal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When and by whom.
 *
 * @param automatic heals without being asked
 * @param after how long a component must have been DOWN for that: crashed processes come back by themselves sooner
 * @param patience from the restart until the component must be up
 * @param controlUrl the launcher's; empty where there is none
 * @param dockerUrl the gate's to the Docker engine; empty where there is none
 */
@Validated
@ConfigurationProperties("vigie.health.heal")
record HealSettings(boolean automatic, @NotNull @DurationMin(seconds = 1) Duration after,
		@NotNull @DurationMin(seconds = 1) Duration coolDown, @Min(1) @Max(20) int most,
		@NotNull @DurationMin(seconds = 1) Duration within, @NotNull @DurationMin(seconds = 1) Duration patience,
		@NotNull @Pattern(regexp = "|https?://.+", message = "must be empty or an http URL") String controlUrl,
		@NotNull String controlToken,
		@NotNull @Pattern(regexp = "|https?://.+", message = "must be empty or an http URL") String dockerUrl) {

	StormGuard guard() {
		return new StormGuard(coolDown, most, within);
	}

	/** Never shows the token. */
	@Override
	public String toString() {
		return "HealSettings[automatic=" + automatic + ", controlUrl=" + controlUrl + ", dockerUrl=" + dockerUrl + "]";
	}
}
