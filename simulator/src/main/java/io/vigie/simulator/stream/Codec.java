package io.vigie.simulator.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a session's messages look: JSON in text frames, JSON in binary frames (the paper account's stream), or MessagePack
 * (what the official JavaScript client asks for).
 */
enum Codec {

	JSON_TEXT, JSON_BINARY, MESSAGE_PACK;

	/** @throws UnreadableMessage for anything that is not one document */
	JsonNode read(WebSocketMessage<?> message, JsonMapper mapper) {
		try {
			String json = switch (message) {
				case TextMessage text -> text.getPayload();
				case BinaryMessage binary when this == MESSAGE_PACK -> unpack(binary.getPayload());
				case BinaryMessage binary -> StandardCharsets.UTF_8.decode(binary.getPayload()).toString();
				default -> throw new UnreadableMessage();
			};
			return mapper.readTree(json);
		}
		catch (JacksonException | IOException | MessagePackException _) {
			throw new UnreadableMessage();
		}
	}

	WebSocketMessage<?> write(Object message, JsonMapper mapper) {
		return switch (this) {
			case JSON_TEXT -> new TextMessage(mapper.writeValueAsBytes(message));
			case JSON_BINARY -> new BinaryMessage(mapper.writeValueAsBytes(message));
			case MESSAGE_PACK -> new BinaryMessage(pack(message));
		};
	}

	private static String unpack(ByteBuffer payload) throws IOException {
		try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(payload)) {
			return unpacker.unpackValue().toJson();
		}
	}

	private static byte[] pack(Object message) {
		try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
			pack(message, packer);
			return packer.toByteArray();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Numbers leave as Alpaca sends them here, in floating point: this is the display side, no money is computed from it. */
	private static void pack(@Nullable Object value, MessageBufferPacker packer) throws IOException {
		switch (value) {
			case null -> packer.packNil();
			case String text -> packer.packString(text);
			case Boolean flag -> packer.packBoolean(flag);
			case Integer number -> packer.packInt(number);
			case Long number -> packer.packLong(number);
			case BigDecimal number -> packer.packDouble(number.doubleValue());
			case Instant instant -> packer.packTimestamp(instant);
			case Map<?, ?> map -> {
				packer.packMapHeader(map.size());
				for (Map.Entry<?, ?> entry : map.entrySet()) {
					packer.packString((String) entry.getKey());
					pack(entry.getValue(), packer);
				}
			}
			case Collection<?> items -> {
				packer.packArrayHeader(items.size());
				for (Object item : items) {
					pack(item, packer);
				}
			}
			default -> throw new IllegalArgumentException("No MessagePack form for " + value.getClass());
		}
	}

	/** A frame that holds something else than a message. */
	static final class UnreadableMessage extends RuntimeException {
	}
}
