package io.vigie.analyst.score;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What signals are held against.
 *
 * @param forecastBars bars after which a signal is held against the price
 * @param signalsKept how long what came of it is remembered
 */
@Validated
@ConfigurationProperties("vigie.analyst")
record ScoreSettings(@Min(1) @Max(1000) int forecastBars, @NotNull @DurationMin(days = 1) Duration signalsKept) {
}
