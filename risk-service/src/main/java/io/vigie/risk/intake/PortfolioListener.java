package io.vigie.risk.intake;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.risk.portfolio.PortfolioDesk;
import io.vigie.risk.protection.PastDesk;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Locks come first: by the time a sale frees the symbol for another entry, its cooldown stands. */
@Component
class PortfolioListener {

	private final Deliveries deliveries;
	private final PastDesk past;
	private final PortfolioDesk desk;

	PortfolioListener(Deliveries deliveries, PastDesk past, PortfolioDesk desk) {
		this.deliveries = deliveries;
		this.past = past;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.PORTFOLIOS)
	void on(List<Message<PortfolioMessage>> batch) {
		deliveries.deliver(batch, it -> {
			past.hearPortfolios(it);
			desk.hear(it);
		});
	}
}
