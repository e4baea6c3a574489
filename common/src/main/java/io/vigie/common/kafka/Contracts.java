package io.vigie.common.kafka;

import io.vigie.common.message.Message;
import io.vigie.common.message.Body;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes messages. What may be said on a topic is decided by the topic, never by the sender. */
public final class Contracts {

	/** Larger messages are refused unread. */
	public static final int MAX_BYTES = 256 * 1024;

	private final Map<String, ObjectReader> readers;
	private final ObjectWriter writer;

	public Contracts(JsonMapper mapper) {
		this.readers = Topics.known()
			.stream()
			.collect(Collectors.toMap(Topics.Topic::name, topic -> mapper.readerFor(message(mapper, topic.family()))));
		this.writer = mapper.writerFor(message(mapper, Body.class));
	}

	/** @throws UnreadableMessage with the cause in words */
	public Message<?> read(String topic, byte[] bytes) {
		if (bytes.length > MAX_BYTES) {
			throw new UnreadableMessage("oversized",
					"Message has " + bytes.length + " bytes, at most " + MAX_BYTES + " are read", null);
		}
		Message<?> plain = topic.equals(Topics.TICKS) ? PlainTick.read(bytes) : null;
		Message<?> message = plain != null ? plain : parse(topic, bytes);
		if (message.version() != message.data().contractVersion()) {
			throw new UnreadableMessage("wrong-version", "Version " + message.version() + " of this message is not known, only "
					+ message.data().contractVersion(), null);
		}
		return message;
	}

	public byte[] write(Message<?> message) {
		byte[] bytes = writer.writeValueAsBytes(message);
		if (bytes.length > MAX_BYTES) {
			throw new IllegalArgumentException("Message " + message.id() + " would have " + bytes.length + " bytes");
		}
		return bytes;
	}

	private Message<?> parse(String topic, byte[] bytes) {
		ObjectReader reader = readers.get(topic);
		if (reader == null) {
			throw new UnreadableMessage("unknown-topic", "No contract is known for topic " + topic, null);
		}
		try {
			Message<?> message = reader.readValue(bytes);
			requireWhole(message);
			return message;
		}
		catch (JacksonException e) {
			throw new UnreadableMessage(UnreadableMessage.kindOf(e), e.getOriginalMessage(), e);
		}
	}

	@SuppressWarnings("ConstantValue")
	private static void requireWhole(Message<?> message) {
		if (message == null || message.id() == null || message.from() == null || message.at() == null
				|| message.correlationId() == null || message.data() == null) {
			throw new UnreadableMessage("incomplete", "Message lacks id, from, at, correlation_id or data", null);
		}
	}

	private static JavaType message(JsonMapper mapper, Class<? extends Body> family) {
		return mapper.getTypeFactory().constructParametricType(Message.class, family);
	}

}
