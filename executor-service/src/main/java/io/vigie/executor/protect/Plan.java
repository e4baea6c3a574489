package io.vigie.executor.protect;

import io.vigie.executor.order.Order;
import java.math.BigDecimal;

/** What is to be done about one position next. */
sealed interface Plan {

	/** The venue has confirmed a stop for all of it. */
	record Keep() implements Plan {
	}

	/** Something is under way that will settle it. */
	record Await(String what) implements Plan {
	}

	/** The venue's word about this order is missing. */
	record Ask(Order order) implements Plan {
	}

	/** It stands in the way: an entry that fills too slowly, or a stop of the wrong size. */
	record Cancel(Order order, String why) implements Plan {
	}

	record Place(BigDecimal quantity, BigDecimal price) implements Plan {
	}

	/** Upwards, never down. */
	record Raise(Order stop, BigDecimal price) implements Plan {
	}

	record Close(String why) implements Plan {
	}
}
