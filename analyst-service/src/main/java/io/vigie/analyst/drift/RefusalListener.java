package io.vigie.analyst.drift;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.Message;
import io.vigie.common.message.VerdictMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class RefusalListener {

	private final LiveTrades trades;
	private final Deliveries deliveries;

	RefusalListener(LiveTrades trades, Deliveries deliveries) {
		this.trades = trades;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "drift-refusals", groupId = "${spring.kafka.consumer.group-id}-drift-refusals", topics = Topics.VERDICTS,
			properties = {Unhurried.BYTES, Unhurried.WAIT})
	void on(List<Message<VerdictMessage>> batch) {
		deliveries.deliver(batch, trades::keepRefusals);
	}
}
