package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault that struck.
 *
 * @param match which of the occasions that fitted it was, from 1
 * @param at market time
 * @param what it struck, in words
 * @param id of the order or path it struck
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Firing(String fault, String kind, int match, Instant at, Site site, String what, @Nullable String id) {
}
