package io.vigie.orchestrator.task;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Patience with the owners of tasks.
 *
 * @param timeout from the start of a task to its expiry
 * @param attempts how often one piece of work is tried before it waits for its next turn
 * @param kept how long finished tasks and decisions can be read
 */
@Validated
@ConfigurationProperties("vigie.orchestrator.task")
record TaskSettings(@DurationMin(seconds = 1) Duration timeout, @Min(1) @Max(10) int attempts,
		@DurationMin(hours = 1) Duration kept) {
}
