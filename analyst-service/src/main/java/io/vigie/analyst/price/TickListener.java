package io.vigie.analyst.price;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.TickMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TickListener {

	private final Prices prices;
	private final Deliveries deliveries;

	TickListener(Prices prices, Deliveries deliveries) {
		this.prices = prices;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "ticks", idIsGroup = false, topics = Topics.TICKS)
	void on(List<Message<TickMessage>> batch) {
		deliveries.deliver(batch, prices::take);
	}
}
