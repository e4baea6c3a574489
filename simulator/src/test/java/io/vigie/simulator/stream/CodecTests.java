package io.vigie.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

class CodecTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();
	private static final Instant AT = Instant.parse("2026-01-05T00:00:01.123456789Z");

	@Test
	void writesExactDecimalsAndNanosecondsAsJson() {
		TextMessage message = (TextMessage) Codec.JSON_TEXT.write(List.of(figures()), MAPPER);
		assertThat(message.getPayload()).isEqualTo(
				"[{\"t\":\"2026-01-05T00:00:01.123456789Z\",\"p\":800.010000001,\"i\":7,\"c\":[\"@\"],\"x\":null,\"b\":true}]");
	}

	@Test
	void writesTheSameTextInBinaryFramesForThePaperAccount() {
		BinaryMessage message = (BinaryMessage) Codec.JSON_BINARY.write(Map.of("stream", "listening"), MAPPER);
		assertThat(StandardCharsets.UTF_8.decode(message.getPayload()).toString()).isEqualTo("{\"stream\":\"listening\"}");
	}

	@Test
	void writesMessagePackWithItsTimestampType() throws IOException {
		BinaryMessage message = (BinaryMessage) Codec.MESSAGE_PACK.write(List.of(figures()), MAPPER);
		try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(message.getPayload())) {
			assertThat(unpacker.unpackArrayHeader()).isEqualTo(1);
			assertThat(unpacker.unpackMapHeader()).isEqualTo(6);
			assertThat(unpacker.unpackString()).isEqualTo("t");
			assertThat(unpacker.unpackTimestamp()).isEqualTo(AT);
			assertThat(unpacker.unpackString()).isEqualTo("p");
			assertThat(new BigDecimal(Double.toString(unpacker.unpackDouble()))).isEqualByComparingTo("800.010000001");
			assertThat(unpacker.unpackString()).isEqualTo("i");
			assertThat(unpacker.unpackLong()).isEqualTo(7);
		}
	}

	@Test
	void readsMessagePack() throws IOException {
		try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
			packer.packMapHeader(2).packString("action").packString("subscribe").packString("trades").packArrayHeader(1)
				.packString("BTC/USD");
			assertThat(Codec.MESSAGE_PACK.read(new BinaryMessage(packer.toByteArray()), MAPPER))
				.isEqualTo(MAPPER.readTree("{\"action\":\"subscribe\",\"trades\":[\"BTC/USD\"]}"));
		}
	}

	@ParameterizedTest
	@EnumSource(Codec.class)
	void readsJsonInTextFramesWhateverItWrites(Codec codec) {
		assertThat(codec.read(new TextMessage("{\"action\":\"auth\"}"), MAPPER).path("action").stringValue()).isEqualTo("auth");
	}

	@ParameterizedTest
	@EnumSource(Codec.class)
	void refusesWhatIsNoMessage(Codec codec) {
		assertThatExceptionOfType(Codec.UnreadableMessage.class).isThrownBy(() -> codec.read(new TextMessage("{nonsense"), MAPPER));
		ByteBuffer cut = ByteBuffer.wrap(new byte[] { (byte) 0x82, (byte) 0xa6, 'a' });
		assertThatExceptionOfType(Codec.UnreadableMessage.class).isThrownBy(() -> codec.read(new BinaryMessage(cut), MAPPER));
	}

	private static Map<String, Object> figures() {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("t", AT);
		figures.put("p", new BigDecimal("800.010000001"));
		figures.put("i", 7L);
		figures.put("c", List.of("@"));
		figures.put("x", null);
		figures.put("b", true);
		return figures;
	}
}
