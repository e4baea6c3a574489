package io.vigie.engine.pattern;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A place in the chart that makes a pattern.
 *
 * @param role what it is there, such as {@code head}
 * @param at opening of its bar
 * @param price of the bar, exactly
 */
public record Point(String role, Instant at, BigDecimal price) {
}
