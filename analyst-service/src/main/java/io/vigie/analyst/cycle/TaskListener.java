package io.vigie.analyst.cycle;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.TaskMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TaskListener {

	private final CycleDesk desk;
	private final Deliveries deliveries;

	TaskListener(CycleDesk desk, Deliveries deliveries) {
		this.desk = desk;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "tasks", idIsGroup = false, topics = Topics.TASKS)
	void on(List<Message<TaskMessage>> batch) {
		deliveries.deliver(batch, desk::run);
	}
}
