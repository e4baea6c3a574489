package io.vigie.risk.connection;

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
	private final LinkDesk desk;

	ConnectionListener(Deliveries deliveries, LinkDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.CONNECTIONS)
	void on(List<Message<ConnectionMessage>> batch) {
		deliveries.deliver(batch, desk::hear);
	}
}
