package io.vigie.common.kafka;

import io.vigie.common.message.Message;
import io.vigie.common.message.TickMessage;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a print written exactly as {@link Contracts} writes it, field after field, in a tenth of the time the general reader
 * takes: prints are by far the most of all messages. Whatever looks the least bit different is left to the general reader,
 * which knows what to make of it or what is wrong with it; so there is one meaning, and no message is refused here.
 */
final class PlainTick {

	private static final byte[] ID = ascii("{\"id\":\"");
	private static final byte[] FROM = ascii("\",\"from\":\"");
	private static final byte[] TO = ascii("\",\"to\":\"");
	private static final byte[] VERSION = ascii("\",\"version\":");
	private static final byte[] AT = ascii(",\"at\":\"");
	private static final byte[] CORRELATION = ascii("\",\"correlation_id\":\"");
	private static final byte[] SYMBOL = ascii("\",\"data\":{\"tick\":{\"symbol\":\"");
	private static final byte[] SEQUENCE = ascii("\",\"sequence\":");
	private static final byte[] PRICE = ascii("\",\"price\":\"");
	private static final byte[] SIZE = ascii("\",\"size\":\"");
	private static final byte[] END = ascii("\"}},\"message_type\":\"trade-printed\"}");

	private static final int UUID_LENGTH = 36;
	/** As many digits as surely fit into a {@code long}. */
	private static final int MOST_DIGITS = 18;
	private static final int NANO_DIGITS = 9;

	private final byte[] bytes;
	private int at;

	private PlainTick(byte[] bytes) {
		this.bytes = bytes;
	}

	/** Nothing where it is not a print, or not written as expected. */
	static @Nullable Message<TickMessage> read(byte[] bytes) {
		try {
			return new PlainTick(bytes).message();
		}
		catch (Unusual | DateTimeException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
			return null;
		}
	}

	private Message<TickMessage> message() {
		expect(ID);
		int idAt = at;
		UUID id = uuid();
		expect(FROM);
		String from = text();
		expect(TO);
		String to = text();
		expect(VERSION);
		int version = Math.toIntExact(number());
		expect(AT);
		Instant said = instant();
		expect(CORRELATION);
		UUID correlation = repeats(idAt) ? id : uuid();
		expect(SYMBOL);
		String symbol = text();
		expect(SEQUENCE);
		long sequence = number();
		expect(AT);
		Instant tradedAt = instant();
		expect(PRICE);
		BigDecimal price = decimal();
		expect(SIZE);
		BigDecimal size = decimal();
		expect(END);
		if (at != bytes.length) {
			throw Unusual.INSTANCE;
		}
		return new Message<>(id, from, to, version, said, correlation, null,
				new TradePrinted(new Tick(symbol, sequence, tradedAt, price, size)));
	}

	private void expect(byte[] expected) {
		int end = at + expected.length;
		if (!Arrays.equals(bytes, at, Math.min(end, bytes.length), expected, 0, expected.length)) {
			throw Unusual.INSTANCE;
		}
		at = end;
	}

	/** A second id is mostly the first one again. */
	private boolean repeats(int earlier) {
		if (at + UUID_LENGTH > bytes.length
				|| !Arrays.equals(bytes, at, at + UUID_LENGTH, bytes, earlier, earlier + UUID_LENGTH)) {
			return false;
		}
		at += UUID_LENGTH;
		return true;
	}

	private UUID uuid() {
		long high = hex(8) << 32 | dash() | hex(4) << 16 | dash() | hex(4);
		dash();
		long low = hex(4) << 48 | dash() | hex(12);
		return new UUID(high, low);
	}

	private long hex(int digits) {
		long value = 0;
		for (int i = 0; i < digits; i++) {
			int c = bytes[at++];
			int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
			if (digit < 0) {
				throw Unusual.INSTANCE;
			}
			value = value << 4 | digit;
		}
		return value;
	}

	private long dash() {
		return character('-');
	}

	/** Moves on and adds nothing. */
	private long character(char expected) {
		if (bytes[at++] != expected) {
			throw Unusual.INSTANCE;
		}
		return 0;
	}

	/** Up to the closing quote: printable ASCII without anything escaped. */
	private String text() {
		int begin = at;
		while (bytes[at] != '"') {
			if (bytes[at] < ' ' || bytes[at] == '\\' || bytes[at] == 0x7f) {
				throw Unusual.INSTANCE;
			}
			at++;
		}
		return new String(bytes, begin, at - begin, StandardCharsets.ISO_8859_1);
	}

	private long number() {
		int begin = at;
		long value = 0;
		while (isDigit(bytes[at])) {
			value = value * 10 + bytes[at++] - '0';
		}
		if (at == begin || at - begin > MOST_DIGITS || bytes[begin] == '0' && at - begin > 1) {
			throw Unusual.INSTANCE;
		}
		return value;
	}

	private BigDecimal decimal() {
		int begin = at;
		int point = -1;
		long value = 0;
		for (byte c = bytes[at]; c != '"'; c = bytes[++at]) {
			if (c == '.' && point < 0 && at > begin) {
				point = at;
			}
			else if (isDigit(c)) {
				value = value * 10 + c - '0';
			}
			else {
				throw Unusual.INSTANCE;
			}
		}
		int digits = at - begin - (point < 0 ? 0 : 1);
		if (digits == 0 || digits > MOST_DIGITS || point == at - 1) {
			throw Unusual.INSTANCE;
		}
		return BigDecimal.valueOf(value, point < 0 ? 0 : at - point - 1);
	}

	private Instant instant() {
		int year = digits(4);
		dash();
		int month = digits(2);
		dash();
		long day = LocalDate.of(year, month, digits(2)).toEpochDay();
		character('T');
		int hour = digits(2);
		character(':');
		int minute = digits(2);
		character(':');
		int second = digits(2);
		if (hour > 23 || minute > 59 || second > 59) {
			throw Unusual.INSTANCE;
		}
		int nanos = bytes[at] == '.' ? fraction() : 0;
		character('Z');
		return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
	}

	private int fraction() {
		int begin = ++at;
		int value = 0;
		while (isDigit(bytes[at])) {
			value = value * 10 + bytes[at++] - '0';
		}
		int digits = at - begin;
		if (digits == 0 || digits > NANO_DIGITS) {
			throw Unusual.INSTANCE;
		}
		for (int i = digits; i < NANO_DIGITS; i++) {
			value *= 10;
		}
		return value;
	}

	private int digits(int count) {
		int value = 0;
		for (int i = 0; i < count; i++) {
			if (!isDigit(bytes[at])) {
				throw Unusual.INSTANCE;
			}
			value = value * 10 + bytes[at++] - '0';
		}
		return value;
	}

	private static boolean isDigit(byte c) {
		return c >= '0' && c <= '9';
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Thrown once and for all: no stack, since nobody looks at it. */
	private static final class Unusual extends RuntimeException {

		static final Unusual INSTANCE = new Unusual();
		private static final long serialVersionUID = 1L;

		private Unusual() {
			super(null, null, false, false);
		}
	}
}
