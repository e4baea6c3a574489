package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Bar;

/** A bar is complete and will not change. */
@JsonTypeName("bar-closed")
public record BarClosed(Bar bar) implements BarMessage {
}
