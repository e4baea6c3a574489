package io.vigie.analyst.portfolio;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioMessage;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.PartitionOffset;
import org.springframework.kafka.annotation.TopicPartition;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.stereotype.Component;

@Component
class PortfolioListener {

	private static final String ID = "portfolios";

	private final Portfolios portfolios;
	private final Deliveries deliveries;

	PortfolioListener(Portfolios portfolios, Deliveries deliveries) {
		this.portfolios = portfolios;
		this.deliveries = deliveries;
	}

	/** Every instance reads all partitions itself, so they are assigned, not shared out among the group. */
	@KafkaListener(id = ID, groupId = "${spring.application.name}-portfolios", containerFactory = "portfolioContainers",
			topicPartitions = @TopicPartition(topic = Topics.PORTFOLIOS, partitions = "0-2",
					partitionOffsets = @PartitionOffset(partition = "*", initialOffset = "0")))
	void on(List<Message<PortfolioMessage>> batch, Consumer<?, ?> consumer) {
		deliveries.deliver(batch, portfolios::take);
		completeAtTheEnd(consumer);
	}

	@EventListener(condition = "event.listenerId.startsWith('" + ID + "')")
	void on(ListenerContainerIdleEvent event) {
		completeAtTheEnd(event.getConsumer());
	}

	private void completeAtTheEnd(Consumer<?, ?> consumer) {
		if (consumer.assignment().stream().allMatch(it -> consumer.currentLag(it).orElse(1) == 0)) {
			portfolios.complete();
		}
	}
}
