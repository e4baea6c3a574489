package io.vigie.risk.decision;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class ProposalListener {

	private final Deliveries deliveries;
	private final DecisionDesk desk;

	ProposalListener(Deliveries deliveries, DecisionDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = { Topics.PROPOSALS, Topics.WISHES })
	void on(List<Message<ProposalMessage>> batch) {
		deliveries.deliver(batch, desk::decide);
	}
}
