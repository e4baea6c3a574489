package io.vigie.analyst.proposal;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param stalestBar how long ago a bar may have been told of, wall clock, for a position to be opened on it */
@Validated
@ConfigurationProperties("vigie.analyst")
record ProposalSettings(@NotNull @DurationMin(seconds = 1) Duration stalestBar) {
}
