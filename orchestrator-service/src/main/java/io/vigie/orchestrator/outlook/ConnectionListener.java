package io.vigie.orchestrator.outlook;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ConnectionMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class ConnectionListener {

	private final Deliveries deliveries;
	private final OutlookBook book;

	ConnectionListener(Deliveries deliveries, OutlookBook book) {
		this.deliveries = deliveries;
		this.book = book;
	}

	@KafkaListener(topics = Topics.CONNECTIONS)
	void on(List<Message<ConnectionMessage>> batch) {
		deliveries.deliver(batch, book::connected);
	}
}
