package io.vigie.executor.reconcile;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionMessage;
import io.vigie.common.message.Message;
import java.util.List;
import java.util.Set;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** While a link to the broker was gone, anything may have happened there. */
@Component
class ReconnectListener {

	private static final Set<String> LINKS = Set.of("account-stream", "broker-api");

	private final Deliveries deliveries;
	private final ReconcileTimer timer;

	ReconnectListener(Deliveries deliveries, ReconcileTimer timer) {
		this.deliveries = deliveries;
		this.timer = timer;
	}

	@KafkaListener(topics = Topics.CONNECTIONS, autoStartup = "false")
	void on(List<Message<ConnectionMessage>> batch) {
		deliveries.deliver(batch, messages -> messages.forEach(it -> {
			if (it.data() instanceof ConnectionChanged link && link.state() == ConnectionChanged.LinkState.UP && LINKS.contains(link.link())) {
				timer.soon("reconnected: " + link.link());
			}
		}));
	}
}
