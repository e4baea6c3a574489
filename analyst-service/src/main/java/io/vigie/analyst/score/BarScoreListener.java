package io.vigie.analyst.score;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Apart from who decides on bars: no decision waits for a database. */
@Component
class BarScoreListener {

	private final ScoreDesk desk;
	private final Deliveries deliveries;

	BarScoreListener(ScoreDesk desk, Deliveries deliveries) {
		this.desk = desk;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "outcomes", groupId = "${spring.kafka.consumer.group-id}-outcomes", topics = Topics.BARS,
			properties = {Unhurried.BYTES, Unhurried.WAIT})
	void on(List<Message<BarMessage>> batch) {
		deliveries.deliver(batch, desk::close);
	}
}
