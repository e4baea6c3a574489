package io.vigie.simulator.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Ids that follow from the market's seed and a counter, so that playing the journal again gives the same ones. */
final class Ids {

	private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

	private final String seed;
	private long count;

	Ids(String seed, long count) {
		this.seed = seed;
		this.count = count;
	}

	UUID next() {
		count++;
		return UUID.nameUUIDFromBytes((seed + "/" + count).getBytes(StandardCharsets.UTF_8));
	}

	/** Alpaca's form: the time to the millisecond, two colons, a UUID. */
	String nextActivity(Instant at) {
		return MILLIS.format(at) + "::" + next();
	}

	long count() {
		return count;
	}
}
