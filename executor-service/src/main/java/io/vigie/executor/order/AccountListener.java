package io.vigie.executor.order;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AccountListener {

	private final Deliveries deliveries;
	private final AccountDesk desk;

	AccountListener(Deliveries deliveries, AccountDesk desk) {
		this.deliveries = deliveries;
		this.desk = desk;
	}

	@KafkaListener(topics = Topics.ACCOUNT_EVENTS, autoStartup = "false")
	void on(List<Message<AccountMessage>> batch) {
		deliveries.deliver(batch, desk::book);
	}
}
