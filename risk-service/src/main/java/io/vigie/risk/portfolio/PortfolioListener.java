package io.vigie.risk.portfolio;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioMessage;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PortfolioListener {

	private final Deliveries deliveries;
	private final PortfolioDesk desk;

	PortfolioListener(Deliveries deliveries, PortfolioDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.PORTFOLIOS)
	void on(List<Message<PortfolioMessage>> batch) {
		deliveries.deliver(batch, desk::hear);
	}
}
