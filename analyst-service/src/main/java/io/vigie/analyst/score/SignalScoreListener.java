package io.vigie.analyst.score;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Apart from who stores signals, so that one may be behind without the other. */
@Component
class SignalScoreListener {

	private final ScoreDesk desk;
	private final Deliveries deliveries;

	SignalScoreListener(ScoreDesk desk, Deliveries deliveries) {
		this.desk = desk;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "forecasts", groupId = "${spring.kafka.consumer.group-id}-forecasts", topics = Topics.SIGNALS,
			properties = {Unhurried.BYTES, Unhurried.WAIT})
	void on(List<Message<SignalMessage>> batch) {
		deliveries.deliver(batch, desk::foresee);
	}
}
