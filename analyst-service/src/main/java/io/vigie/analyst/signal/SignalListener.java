package io.vigie.analyst.signal;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what the analysts said and keeps it: so the database is not in the way of a proposal, and still nothing is lost. */
@Component
class SignalListener {

	private final Signals signals;
	private final Deliveries deliveries;

	SignalListener(Signals signals, Deliveries deliveries) {
		this.signals = signals;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "signals", idIsGroup = false, topics = Topics.SIGNALS, properties = {Unhurried.BYTES, Unhurried.WAIT})
	void on(List<Message<SignalMessage>> batch) {
		deliveries.deliver(batch, signals::keep);
	}
}
