package io.vigie.executor.protect;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Stops are raised every few seconds at most: a quarter of one more is nothing to them. */
@Component
class BarListener {

	private final Deliveries deliveries;
	private final TrueRanges ranges;

	BarListener(Deliveries deliveries, TrueRanges ranges) {
		this.deliveries = deliveries;
		this.ranges = ranges;
	}

	@KafkaListener(topics = Topics.BARS, autoStartup = "false", properties = {Unhurried.BYTES, Unhurried.WAIT})
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
