package io.vigie.risk.intake;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.risk.protection.PastDesk;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What follows from a portfolio is known with it: when a sale frees the symbol for another entry, its cooldown stands. */
@Component
class PortfolioListener {

	private final Deliveries deliveries;
	private final PastDesk past;

	PortfolioListener(Deliveries deliveries, PastDesk past) {
		this.deliveries = deliveries;
		this.past = past;
	}

	@KafkaListener(topics = Topics.PORTFOLIOS)
	void on(List<Message<PortfolioMessage>> batch) {
		deliveries.deliver(batch, past::hearPortfolios);
	}
}
