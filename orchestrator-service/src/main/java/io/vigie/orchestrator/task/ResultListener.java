package io.vigie.orchestrator.task;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.ResultMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class ResultListener {

	private final Deliveries deliveries;
	private final TaskQueue queue;

	ResultListener(Deliveries deliveries, TaskQueue queue) {
		this.deliveries = deliveries;
		this.queue = queue;
	}

	@KafkaListener(topicPattern = Topics.ALL_RESULTS)
	void on(List<Message<ResultMessage>> batch) {
		deliveries.deliver(batch, queue::finish);
	}
}
