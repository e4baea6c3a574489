package io.vigie.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.QuoteChanged;
import io.vigie.common.message.TickMessage;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

class PlainTickTests {

	private static final JsonMapper MAPPER = VigieJson.mapper();
	private static final ObjectReader GENERAL = MAPPER
		.readerFor(MAPPER.getTypeFactory().constructParametricType(Message.class, TickMessage.class));
	private static final Contracts CONTRACTS = new Contracts(MAPPER);

	/** Red when the shape of a print changes: then it would be read slowly and nobody would notice. */
	@Test
	void readsWhatContractsWrite() {
		Random random = new Random(42);
		for (int i = 0; i < 5000; i++) {
			Message<TickMessage> print = print(random);
			assertThat(PlainTick.read(CONTRACTS.write(print))).isEqualTo(print);
		}
	}

	/** Whatever single byte is changed, dropped or doubled: it means what the general reader says, or is left to it. */
	@Test
	void neverReadsAnythingElseThanTheGeneralReaderWould() {
		byte[] written = CONTRACTS.write(print(new Random(7)));
		int left = 0;
		for (int at = 0; at < written.length; at++) {
			for (char c : "\"\\{}:,-.0159afTZ \u0000\u007f".toCharArray()) {
				byte[] changed = written.clone();
				changed[at] = (byte) c;
				left += agrees(changed);
			}
			byte[] doubled = Arrays.copyOf(written, written.length + 1);
			System.arraycopy(written, at, doubled, at + 1, written.length - at);
			left += agrees(doubled);
			byte[] dropped = Arrays.copyOf(written, written.length - 1);
			System.arraycopy(written, at + 1, dropped, at, written.length - at - 1);
			left += agrees(dropped);
			left += agrees(Arrays.copyOf(written, at));
		}
		assertThat(left).isPositive();
	}

	@Test
	void leavesUnusualPrintsToTheGeneralReader() {
		String plain = new String(CONTRACTS.write(print(new Random(1))), StandardCharsets.UTF_8);
		assertThat(PlainTick.read(bytes(plain))).isNotNull();
		assertThat(PlainTick.read(bytes(plain.replaceAll("\"price\":\"[^\"]+\"", "\"price\":\"1E+3\"")))).isNull();
		assertThat(PlainTick.read(bytes(plain.replaceAll("\"price\":\"[^\"]+\"", "\"price\":\"1234567890.1234567890\"")))).isNull();
		assertThat(PlainTick.read(bytes(plain.replaceAll("\"version\":1", "\"version\":4294967297")))).isNull();
		assertThat(PlainTick.read(bytes(plain.replaceAll("T\\d\\d:", "T24:")))).isNull();
		assertThat(PlainTick.read(bytes(plain.replace(",\"version\"", ", \"version\"")))).isNull();
		assertThat(PlainTick.read(CONTRACTS.write(quote()))).isNull();
	}

	@Test
	void contractsStillReadQuotesAndStillRefuseOtherVersions() {
		assertThat(CONTRACTS.read(Topics.TICKS, CONTRACTS.write(quote())).data()).isInstanceOf(QuoteChanged.class);
		String plain = new String(CONTRACTS.write(print(new Random(1))), StandardCharsets.UTF_8);
		assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(UnreadableMessage.class,
				() -> CONTRACTS.read(Topics.TICKS, bytes(plain.replace("\"version\":1", "\"version\":2")))).kind()).isEqualTo("wrong-version");
	}

	/** One where it was left to the general reader. */
	private static int agrees(byte[] bytes) {
		Message<TickMessage> plain = PlainTick.read(bytes);
		if (plain != null) {
			assertThat(plain).as(() -> new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(general(bytes));
		}
		return plain == null ? 1 : 0;
	}

	private static @Nullable Object general(byte[] bytes) {
		try {
			return GENERAL.readValue(bytes);
		}
		catch (JacksonException e) {
			return e;
		}
	}

	private static Message<TickMessage> print(Random random) {
		Instant at = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(3) == 0 ? 0
				: random.nextBoolean() ? random.nextInt(1000) * 1_000_000L : random.nextInt(1_000_000_000));
		var tick = new Tick(random.nextBoolean() ? "BTC/USD" : "AAPL", random.nextLong(1_000_000_000_000L), at,
				new BigDecimal(java.math.BigInteger.valueOf(random.nextLong(1_000_000_000_000L)), random.nextInt(13)),
				new BigDecimal(java.math.BigInteger.valueOf(random.nextLong(1_000_000_000L)), random.nextInt(10)));
		return Message.beginning(Ids.named("tick", random.nextLong()), "sentinel", Message.ALL, at.plusMillis(7), new TradePrinted(tick));
	}

	private static Message<TickMessage> quote() {
		return Message.beginning(Ids.named("quote"), "sentinel", Message.ALL, Instant.EPOCH,
				new QuoteChanged(new Quote("AAPL", Instant.EPOCH, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ONE)));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
