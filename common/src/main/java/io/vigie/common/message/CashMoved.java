package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cash or units moved at the broker for another reason than a fill: fee, dividend, interest, transfer, split.
 *
 * @param activityId the broker's id; unique per account
 * @param kind the broker's activity type, e.g. {@code CFEE}, {@code DIV}, {@code CSD}
 * @param amount in {@code currency}, negative where the account pays
 * @param quantity units moved, where units did
 * @param venueOrderId the order a fee belongs to, where the broker says so
 */
@JsonTypeName("cash-moved")
public record CashMoved(String account, String activityId, String kind, @Nullable String symbol, String currency,
		BigDecimal amount, @Nullable BigDecimal quantity, @Nullable String venueOrderId, Instant occurredAt,
		String description) implements AccountMessage {
}
