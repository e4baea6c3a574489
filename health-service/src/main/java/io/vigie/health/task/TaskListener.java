package io.vigie.health.task;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.TaskMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TaskListener {

	private final Deliveries deliveries;
	private final CheckDesk desk;

	TaskListener(Deliveries deliveries, CheckDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.TASKS)
	void on(List<Message<TaskMessage>> batch) {
		deliveries.deliver(batch, desk::run);
	}
}
