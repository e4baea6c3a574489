package io.vigie.executor.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How orders are sent and settled.
 *
 * @param sendsAtOnce requests in flight at the venue
 * @param settleEvery how often orders without the venue's word are looked up
 * @param settleAfter how long the venue's word is waited for before looking up
 * @param cancelWait how long an exit waits for the venue to confirm that the position's legs are gone, each time it tries
 * @param entryDeadline after which an entry that could not be sent is given up
 */
@ConfigurationProperties("vigie.executor.orders")
@Validated
record OrderSettings(@Min(1) @Max(64) int sendsAtOnce, @NotNull Duration settleEvery, @NotNull Duration settleAfter,
		@NotNull Duration cancelWait, @NotNull Duration entryDeadline) {
}
