package io.vigie.risk.hold;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class OrderListener {

	private final Deliveries deliveries;
	private final HoldDesk desk;

	OrderListener(Deliveries deliveries, HoldDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.ORDERS)
	void on(List<Message<OrderMessage>> batch) {
		deliveries.deliver(batch, desk::hear);
	}
}
