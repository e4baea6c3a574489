package io.vigie.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * The market, by way of the simulator. Every symbol prints twice a second: the first print closes the bar before it, which makes the
 * strategy speak; at the second one the venue fills what was ordered meanwhile.
 */
final class Prints {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final long SECOND = 1_000_000_000L;

	private static final long MILLI = 1_000_000L;

	private static final long LEAD = 300 * MILLI;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final AtomicInteger failures = new AtomicInteger();

	private int printed;

	private final URI ticks;

	private final List<String> symbols;

	Prints(String simulator, List<String> symbols) {
		this.ticks = URI.create(simulator + "/simulator/ticks");
		this.symbols = symbols;
	}

	/** Every symbol once; returns the market's time. */
	Instant all() throws IOException, InterruptedException {
		String body = "[" + String.join(",", symbols.stream().map(symbol -> tick(symbol, "100.00", 0)).toList()) + "]";
		HttpResponse<String> answer = http.send(request(body), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException("The simulator takes no prints: %d %s".formatted(answer.statusCode(), answer.body()));
		}
		return Instant.parse(JSON.readTree(answer.body()).path("market_time").asString(""));
	}

	/** In step with the market's seconds. Each second is told in one word, a little before it: telling takes time from those who are measured. */
	void run(int seconds) throws IOException, InterruptedException {
		Instant market = all();
		long start = System.nanoTime() + 2 * SECOND - market.getNano();
		Pace pace = new Pace(symbols.size());
		for (int second = 0; second < seconds; second++) {
			long begins = start + second * SECOND;
			Pace.await(begins - LEAD);
			tell(pace, begins);
		}
		Pace.await(start + seconds * SECOND);
	}

	int failures() {
		return failures.get();
	}

	private void tell(Pace pace, long begins) {
		long lead = begins - System.nanoTime();
		List<String> ticks = new ArrayList<>();
		pace.second((symbol, offset) -> ticks.add(tick(symbols.get(symbol), ++printed % 2 == 0 ? "100.00" : "100.01", (lead + offset) / MILLI)));
		http.sendAsync(request("[" + String.join(",", ticks) + "]"), HttpResponse.BodyHandlers.discarding())
				.whenComplete((answer, failure) -> {
					if (failure != null || answer.statusCode() != 200) {
						failures.addAndGet(ticks.size());
					}
				});
	}

	private HttpRequest request(String body) {
		return HttpRequest.newBuilder(ticks).header("Content-Type", "application/json")
				.header("APCA-API-KEY-ID", "simulator").header("APCA-API-SECRET-KEY", "simulator")
				.POST(HttpRequest.BodyPublishers.ofString(body)).build();
	}

	private static String tick(String symbol, String price, long afterMillis) {
		return "{\"symbol\":\"%s\",\"price\":\"%s\",\"size\":\"1\",\"after_ms\":%d}".formatted(symbol, price, afterMillis);
	}
}
