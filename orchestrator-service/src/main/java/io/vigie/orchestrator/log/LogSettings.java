package io.vigie.orchestrator.log;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How long, and how many at most, diary entries are kept. */
@Validated
@ConfigurationProperties("vigie.orchestrator.log")
record LogSettings(@NotNull @DurationMin(hours = 1) Duration kept, @Min(1000) long rows) {
}
