package io.vigie.orchestrator.outlook;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AlertMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AlertListener {

	private final Deliveries deliveries;
	private final OutlookBook book;

	AlertListener(Deliveries deliveries, OutlookBook book) {
		this.deliveries = deliveries;
		this.book = book;
	}

	@KafkaListener(topics = Topics.ALERTS)
	void on(List<Message<AlertMessage>> batch) {
		deliveries.deliver(batch, book::alerted);
	}
}
