package io.vigie.orchestrator.log;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.LogMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class LogListener {

	private final Deliveries deliveries;
	private final LogStore store;

	LogListener(Deliveries deliveries, LogStore store) {
		this.deliveries = deliveries;
		this.store = store;
	}

	@KafkaListener(topicPattern = Topics.ALL_LOGS, properties = {Unhurried.BYTES, Unhurried.WAIT})
	void on(List<Message<LogMessage>> batch) {
		deliveries.deliver(batch, store::keep);
	}
}
