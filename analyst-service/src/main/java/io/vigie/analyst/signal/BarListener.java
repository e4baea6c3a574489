package io.vigie.analyst.signal;

import io.vigie.analyst.series.Watches;
import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Message;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

@Component
class BarListener implements ConsumerSeekAware {

	private final SignalDesk desk;
	private final Watches watches;
	private final Deliveries deliveries;

	BarListener(SignalDesk desk, Watches watches, Deliveries deliveries) {
		this.desk = desk;
		this.watches = watches;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "bars", idIsGroup = false, topics = Topics.BARS)
	void on(List<Message<BarMessage>> batch) {
		deliveries.deliver(batch, desk::decide);
	}

	/** Another instance goes on with these symbols; should they come back, bars have passed that were not seen here. */
	@Override
	public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
		if (partitions != null && !partitions.isEmpty()) {
			watches.forgetAll();
		}
	}
}
