package io.vigie.executor.protect;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class BarListener {

	private final Deliveries deliveries;
	private final TrueRanges ranges;

	BarListener(Deliveries deliveries, TrueRanges ranges) {
		this.deliveries = deliveries;
		this.ranges = ranges;
	}

	@KafkaListener(topics = Topics.BARS, autoStartup = "false")
	void on(List<Message<BarMessage>> batch) {
		deliveries.deliver(batch, this::see);
	}

	private void see(List<Message<BarMessage>> batch) {
		for (Message<BarMessage> message : batch) {
			switch (message.data()) {
				case BarClosed(var bar, _) -> ranges.saw(bar);
			}
		}
	}
}
