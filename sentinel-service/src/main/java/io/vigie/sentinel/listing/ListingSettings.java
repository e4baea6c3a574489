package io.vigie.sentinel.listing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param every how often the venue is asked, wall clock */
@ConfigurationProperties("vigie.sentinel.listing")
@Validated
record ListingSettings(@NotNull @DurationMin(millis = 100, message = "must be at least 100ms") Duration every) {
}
