package io.vigie.executor.schedule;

/** What can go wrong around a process. */
public enum Fault {
	/** No connection: nothing was sent. */
	NO_CONNECTION,
	/** Cut before the venue acted. */
	RESET_BEFORE,
	/** Cut after the venue acted. */
	RESET_AFTER,
	/** The venue acts, and answers later than anyone waits. */
	ANSWER_LATE,
	/** Given up by the sender, and acted on by the venue later. */
	ACTED_LATE,
	/** 503, nothing done. */
	ERROR_BEFORE,
	/** 500, done all the same. */
	ERROR_AFTER,
	TOO_MANY_REQUESTS,
	UNREADABLE_ANSWER,
	/** A field of the answer is gone, null or of another type. */
	FIELD_GONE,
	/** The venue says no. */
	REJECT,
	EVENT_DROPPED, EVENT_TWICE, EVENT_OVERTAKEN, PARTIAL_FILL, ENDED_BY_VENUE,
	/** The batch comes again although it was handled. */
	DELIVERED_AGAIN,
	/** The database has committed, and the answer to the commit is lost. */
	COMMIT_UNANSWERED,
	/** The message broker took the message and its word of that is lost. */
	PUBLISH_UNANSWERED,
	/** The message broker did not take it. */
	PUBLISH_REFUSED,
	PLACED_BY_HAND
}
