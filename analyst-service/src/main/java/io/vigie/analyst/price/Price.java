package io.vigie.analyst.price;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import java.time.Duration;
import java.util.List;

/**
 * The newest that is known of a symbol.
 *
 * @param age since it reached this instance, wall clock
 * @param forming bars that are not closed yet; to look at, never to decide by
 */
public record Price(Tick tick, Duration age, List<Bar> forming) {
}
