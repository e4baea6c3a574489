package io.vigie.analyst.series;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where history comes from.
 *
 * @param historyTimeout longest wait for one answer; the bar is tried again after it
 */
@Validated
@ConfigurationProperties("vigie.analyst")
record SeriesSettings(@NotNull URI sentinelUrl, @NotNull @DurationMin(millis = 100) Duration historyTimeout) {
}
