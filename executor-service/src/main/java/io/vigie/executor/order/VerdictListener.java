package io.vigie.executor.order;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.VerdictMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class VerdictListener {

	private final Deliveries deliveries;
	private final IntentDesk desk;

	VerdictListener(Deliveries deliveries, IntentDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.VERDICTS, autoStartup = "false", concurrency = "1")
	void on(List<Message<VerdictMessage>> batch) {
		deliveries.deliver(batch, desk::intend);
	}
}
