package io.vigie.analyst.drift;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TradeListener {

	private final LiveTrades trades;
	private final Deliveries deliveries;

	TradeListener(LiveTrades trades, Deliveries deliveries) {
		this.trades = trades;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "drift-trades", groupId = "${spring.kafka.consumer.group-id}-drift-trades", topics = Topics.ORDERS,
			properties = {Unhurried.BYTES, Unhurried.WAIT})
	void on(List<Message<OrderMessage>> batch) {
		deliveries.deliver(batch, trades::keepTrades);
	}
}
