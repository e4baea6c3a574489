package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Tick;

/** A trade took place in the market. */
@JsonTypeName("trade-printed")
public record TradePrinted(Tick tick) implements TickMessage {
}
