package io.vigie.risk.connection;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param failures in a row of one link that open the breaker
 * @param proof how long the link must be good again, without a break, before buying goes on; wall-clock time
 */
@Validated
@ConfigurationProperties("vigie.risk.breaker")
record BreakerSettings(@Min(value = 1, message = "must be at least 1") int failures,
		@NotNull @DurationMin(seconds = 1, message = "must be at least a second") Duration proof) {
}
