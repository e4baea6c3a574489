package io.vigie.analyst.price;

import io.vigie.common.kafka.Deliveries;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Unhurried;
import io.vigie.common.message.Message;
import io.vigie.common.message.TickMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes records as they come: what Spring would wrap around each of them costs more than reading it. What came within a twentieth of
 * a second is taken together, as prices are to be looked at; what is decided, bars decide.
 */
@Component
class TickListener {

	private final Prices prices;
	private final Deliveries deliveries;

	TickListener(Prices prices, Deliveries deliveries) {
		this.prices = prices;
		this.deliveries = deliveries;
	}

	@KafkaListener(id = "ticks", idIsGroup = false, topics = Topics.TICKS,
			properties = {"max.poll.records=5000", "max.partition.fetch.bytes=2097152", "receive.buffer.bytes=1048576",
					Unhurried.BYTES, "fetch.max.wait.ms=50"})
	void on(ConsumerRecords<String, Message<TickMessage>> records) {
		List<Message<TickMessage>> batch = new ArrayList<>(records.count());
		for (ConsumerRecord<String, Message<TickMessage>> record : records) {
			batch.add(record.value());
		}
		deliveries.deliver(batch, prices::take);
	}
}
