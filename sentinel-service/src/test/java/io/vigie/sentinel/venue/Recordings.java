package io.vigie.sentinel.venue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.common.venue.VenueDrift;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** What the simulator said once, and those who read it. */
final class Recordings {

	private static final Names NAMES = new Names(Set.of("BTC/USD"));

	private Recordings() {
	}

	static String recorded(String name) {
		try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream("/recorded/" + name + ".json"), name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Tells nobody: thousands of losses are wanted. */
	static VenueDrift drift() {
		((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(VenueDrift.class)).setLevel(ch.qos.logback.classic.Level.OFF);
		return new VenueDrift(new SimpleMeterRegistry(), "sentinel");
	}

	static AccountFrames frames(VenueDrift drift) {
		return new AccountFrames(new AccountJson(NAMES, drift));
	}

	static Broker broker(VenueSettings settings, VenueDrift drift) {
		return new Broker(new Rest(settings), settings, new AccountJson(NAMES, drift));
	}

	static Assets assets(VenueSettings settings, VenueDrift drift) {
		return new Assets(new Rest(settings), settings, drift);
	}

	static MarketData marketData(VenueSettings settings, VenueDrift drift) {
		return new MarketData(new Rest(settings), settings, new FeedFrames(drift), drift);
	}
}
