package io.vigie.risk.listing;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ListingMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class ListingListener {

	private final Deliveries deliveries;
	private final ListingDesk desk;

	ListingListener(Deliveries deliveries, ListingDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.LISTINGS)
	void on(List<Message<ListingMessage>> batch) {
		deliveries.deliver(batch, desk::hear);
	}
}
