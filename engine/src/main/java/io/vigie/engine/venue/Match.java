package io.vigie.engine.venue;

import java.util.Optional;

/**
 * What one print did to one order.
 *
 * @param working how the rest of the order works from now on
 */
public record Match(OrderType working, Optional<Execution> execution) {

	static Match none(OrderType working) {
		return new Match(working, Optional.empty());
	}
}
