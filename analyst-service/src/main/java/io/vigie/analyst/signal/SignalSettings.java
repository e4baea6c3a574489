package io.vigie.analyst.signal;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param signalsKept how long a signal can be asked for */
@Validated
@ConfigurationProperties("vigie.analyst")
record SignalSettings(@NotNull @DurationMin(days = 1) Duration signalsKept) {
}
