package io.vigie.executor.venue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.common.json.VigieJson;
import io.vigie.common.venue.VenueDrift;
import io.vigie.engine.order.ResendRule;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The real adapter over a transport of the test's own. */
public final class Venues {

	private Venues() {
	}

	public static Alpaca over(HttpClient transport, ResendRule.Dialect dialect, Consumer<Duration> pause) {
		var settings = new BrokerSettings(URI.create("http://venue"), "key", "secret", "paper", dialect, TradingMode.PAPER, Duration.ofSeconds(5));
		return new Alpaca(settings, new VenueHttp(settings, VigieJson.mapper(), transport, pause), new Symbols(Map.of()),
				new VenueDrift(new SimpleMeterRegistry(), "executor"));
	}

	/** It can't be asked now. */
	public static RuntimeException unavailable() {
		return new VenueUnavailable("down", null);
	}

	/** Nobody knows what it said. */
	public static RuntimeException answerLost() {
		return new AnswerLost("lost", null);
	}

	/** It says no. */
	public static RuntimeException rejected(int status) {
		return new VenueRejected(status, "no");
	}
}
