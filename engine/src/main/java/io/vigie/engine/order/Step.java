package io.vigie.engine.order;

/** What became of an event. A refusal is a value: the order stays as it is, and someone should look at the reason. */
public sealed interface Step {

	/** The order moved on; {@link OrderLife#missing()} says whether fills have to be fetched. */
	record Taken(OrderLife order) implements Step {
	}

	/** Late, repeated or overtaken: nothing changes, and nothing is wrong. */
	record Absorbed(String reason) implements Step {
	}

	/** Cannot be true together with what is known. */
	record Refused(String reason) implements Step {
	}
}
