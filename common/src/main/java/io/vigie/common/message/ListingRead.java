package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Listing;
import java.time.Instant;

/**
 * The venue was asked how something is traded, and says otherwise than before, or was asked for the first time.
 *
 * @param readAt wall time; the latest is what holds, except for what it leaves unsaid
 */
@JsonTypeName("listing-read")
public record ListingRead(Listing listing, Instant readAt) implements ListingMessage {
}
