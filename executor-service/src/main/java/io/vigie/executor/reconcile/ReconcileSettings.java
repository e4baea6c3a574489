package io.vigie.executor.reconcile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How books and broker are kept in step.
 *
 * @param every wall time after which they are compared though nobody asked
 * @param driftLimit what unexplained differences may be worth in all; they are booked as adjustments up to that, and beyond it
 *     stop new entries until they are explained or acknowledged
 */
@ConfigurationProperties("vigie.executor.reconcile")
@Validated
record ReconcileSettings(@NotNull @DurationMin(seconds = 1) Duration every, @NotNull @PositiveOrZero BigDecimal driftLimit) {
}
