package io.vigie.engine.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** The length of a bar; buckets are aligned to the epoch in UTC. */
public enum Timeframe {

	S1("1s", Duration.ofSeconds(1)), M1("1m", Duration.ofMinutes(1)), M5("5m", Duration.ofMinutes(5)),
	M15("15m", Duration.ofMinutes(15)), H1("1h", Duration.ofHours(1)), D1("1d", Duration.ofDays(1));

	private final String code;
	private final Duration duration;

	Timeframe(String code, Duration duration) {
		this.code = code;
		this.duration = duration;
	}

	@JsonCreator
	public static Timeframe of(String code) {
		return Stream.of(values())
			.filter(it -> it.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown timeframe '" + code
					+ "', use 1s, 1m, 5m, 15m, 1h or 1d"));
	}

	@JsonValue
	public String code() {
		return code;
	}

	public Duration duration() {
		return duration;
	}

	/** Start of the bucket that the instant falls in. */
	public Instant floor(Instant at) {
		long length = duration.toSeconds();
		return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length) * length);
	}

	@Override
	public String toString() {
		return code;
	}
}
