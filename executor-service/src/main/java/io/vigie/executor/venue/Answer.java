package io.vigie.executor.venue;

/** What is known after an order was sent. */
public sealed interface Answer {

	/** The venue has it. */
	record Placed(VenueOrder order) implements Answer {
	}

	/** The venue says no, and has nothing. */
	record Rejected(String reason) implements Answer {
	}

	/** The venue says that it has seen this client order id: whatever became of that order is this order's answer. */
	record SeenBefore(String reason) implements Answer {
	}

	/** Nobody knows until the venue is asked. */
	record Lost(String reason) implements Answer {
	}

	/** It certainly did not get there. */
	record NotSent(String reason) implements Answer {
	}
}
