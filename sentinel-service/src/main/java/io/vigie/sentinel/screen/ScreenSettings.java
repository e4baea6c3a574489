package io.vigie.sentinel.screen;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How far and how often is looked.
 *
 * @param symbols most that are looked at
 * @param every a look younger than this is good enough, wall clock
 */
@ConfigurationProperties("vigie.sentinel.screen")
@Validated
record ScreenSettings(@Min(1) @Max(20_000) int symbols, @NotNull @DurationMin(millis = 0) Duration every) {
}
