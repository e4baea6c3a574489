package io.vigie.common.kafka;

import io.vigie.common.message.Message;
import org.slf4j.MDC;

/** Puts the ids of the message in hand into every log line of this thread, until closed. */
public final class Trace implements AutoCloseable {

	private static final String CORRELATION = "correlation_id";
	private static final String CAUSATION = "causation_id";
	private static final String MESSAGE = "message_id";

	private Trace() {
	}

	public static Trace of(Message<?> message) {
		MDC.put(CORRELATION, message.correlationId().toString());
		MDC.put(MESSAGE, message.id().toString());
		if (message.causationId() != null) {
			MDC.put(CAUSATION, message.causationId().toString());
		}
		return new Trace();
	}

	@Override
	public void close() {
		MDC.remove(CORRELATION);
		MDC.remove(MESSAGE);
		MDC.remove(CAUSATION);
	}
}
