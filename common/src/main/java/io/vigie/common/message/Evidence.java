package io.vigie.common.message;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal rests on, carried along so that a fill can answer why.
 *
 * @param bar the bar whose close raised the signal
 * @param tick the last print known then
 * @param indicators values by name
 */
public record Evidence(Bar bar, @Nullable Tick tick, Map<String, BigDecimal> indicators) {
}
