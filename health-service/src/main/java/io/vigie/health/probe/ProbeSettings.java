package io.vigie.health.probe;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where everything is, and what is too slow, too much or too full.
 *
 * @param targets base URL per component; one without a URL is not watched
 * @param maxLag messages that may wait for a group before it counts as degraded
 * @param maxConnections share of the database's connections in use
 */
@Validated
@ConfigurationProperties("vigie.health.probe")
record ProbeSettings(@NotNull Map<String, String> targets, @NotNull @DurationMin(millis = 100) Duration timeout,
		@NotNull @DurationMin(millis = 1) Duration slow, @Min(1) long maxLag,
		@NotNull @DecimalMin("0.1") @DecimalMax("1") BigDecimal maxConnections, @Min(0) long minDiskMegabytes) {
}
