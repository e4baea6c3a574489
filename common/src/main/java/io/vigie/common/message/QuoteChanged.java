package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Quote;

/** The best bid or ask changed. */
@JsonTypeName("quote-changed")
public record QuoteChanged(Quote quote) implements TickMessage {
}
