package io.vigie.executor.live;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The paper period that comes before real money.
 *
 * @param period wall-clock time between the first trade on paper and the last
 * @param trades how many there must have been
 */
@ConfigurationProperties("vigie.executor.live")
@Validated
record LiveSettings(@NotNull Duration period, @Min(1) long trades) {
}
