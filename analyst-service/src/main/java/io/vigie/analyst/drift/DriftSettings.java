package io.vigie.analyst.drift;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param driftSpan how far back live trades are compared with a backtest, market time */
@Validated
@ConfigurationProperties("vigie.analyst")
record DriftSettings(@NotNull @DurationMin(hours = 1) @DurationMax(days = 7) Duration driftSpan) {
}
