package io.vigie.analyst.backtest;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BacktestMessage;
import io.vigie.common.message.Message;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes one piece of work at a time, so that an instance that dies leaves little to be done again. */
@Component
class BacktestListener {

	private final BacktestDesk desk;
	private final Deliveries deliveries;

	BacktestListener(BacktestDesk desk, Deliveries deliveries) {
		this.desk = desk;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "backtests", idIsGroup = false, topics = Topics.BACKTESTS,
			properties = {"max.poll.records=1", "max.poll.interval.ms=1800000"})
	void on(List<Message<BacktestMessage>> batch) {
		deliveries.deliver(batch, desk::work);
	}
}
