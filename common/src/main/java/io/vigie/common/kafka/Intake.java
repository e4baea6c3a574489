package io.vigie.common.kafka;

import io.vigie.common.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Stands between broker and listener: turns bytes into messages, and puts what is none into the dead letters before
 * anything is handled. An unreadable record keeps its place with no value, so that its offset is committed with the others.
 */
final class Intake implements BatchInterceptor<Object, Object> {

	private final Contracts contracts;
	private final DeadLetters deadLetters;

	Intake(Contracts contracts, DeadLetters deadLetters) {
		this.contracts = contracts;
		this.deadLetters = deadLetters;
	}

	@Override
	public ConsumerRecords<Object, Object> intercept(ConsumerRecords<Object, Object> records,
			Consumer<Object, Object> consumer) {
		Map<TopicPartition, List<ConsumerRecord<Object, Object>>> read = LinkedHashMap.newLinkedHashMap(8);
		for (TopicPartition partition : records.partitions()) {
			List<ConsumerRecord<Object, Object>> messages = new ArrayList<>(records.count());
			for (ConsumerRecord<Object, Object> record : records.records(partition)) {
				messages.add(record.value() instanceof byte[] bytes ? withValue(record, read(record, bytes)) : record);
			}
			read.put(partition, messages);
		}
		return new ConsumerRecords<>(read, records.nextOffsets());
	}

	private @Nullable Message<?> read(ConsumerRecord<Object, Object> record, byte[] bytes) {
		try {
			return contracts.read(record.topic(), bytes);
		}
		catch (UnreadableMessage e) {
			deadLetters.unreadable(record, bytes, e);
			return null;
		}
	}

	private static ConsumerRecord<Object, Object> withValue(ConsumerRecord<Object, Object> record,
			@Nullable Object value) {
		return new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), record.timestamp(),
				record.timestampType(), record.serializedKeySize(), record.serializedValueSize(), record.key(), value,
				record.headers(), record.leaderEpoch());
	}
}
