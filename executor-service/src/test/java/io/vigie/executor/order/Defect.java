package io.vigie.executor.order;

/** A guard taken out, to see whether the schedules notice. */
enum Defect {
	NONE,
	/** What has no answer is sent again without asking whether the venue has it. */
	NO_LOOK_UP,
	/** What was handled before is handled again. */
	NO_INBOX,
	/** What was said is published in another order than it was done in. */
	NO_OUTBOX_ORDER,
	/** The cash of an order whose outcome is unknown is free again. */
	NO_HOLD,
	/** An order whose answer is lost is declared rejected. */
	DECLARED_FAILED
}
