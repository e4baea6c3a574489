package io.vigie.sentinel.connection;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How patient a link is, all in wall time.
 *
 * @param staleAfter how long a market feed may say nothing while the market is open
 * @param backOffFrom the pause after the first failure; it doubles up to {@code backOffTo}
 */
@ConfigurationProperties("vigie.sentinel.link")
@Validated
record LinkSettings(@NotNull @DurationMin(millis = 100) Duration connectTimeout,
		@NotNull @DurationMin(millis = 100) Duration pingEvery,
		@NotNull @DurationMin(millis = 100) Duration staleAfter, @NotNull @DurationMin(millis = 1) Duration backOffFrom,
		@NotNull @DurationMin(millis = 1) Duration backOffTo) {
}
