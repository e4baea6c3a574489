package io.vigie.risk.intake;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderMessage;
import io.vigie.risk.hold.HoldDesk;
import io.vigie.risk.protection.PastDesk;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class OrderListener {

	private final Deliveries deliveries;
	private final PastDesk past;
	private final HoldDesk holds;

	OrderListener(Deliveries deliveries, PastDesk past, HoldDesk holds) {
		this.deliveries = deliveries;
		this.past = past;
		this.holds = holds;
	}

	@KafkaListener(topics = Topics.ORDERS)
	void on(List<Message<OrderMessage>> batch) {
		deliveries.deliver(batch, it -> {
			past.hearOrders(it);
			holds.hear(it);
		});
	}
}
