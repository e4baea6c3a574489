package io.vigie.sentinel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.TradePrinted;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Tick;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.Prints;
import io.vigie.sentinel.SentinelRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dirty tape comes out clean, and what was done about it is counted by cause. */
class CleaningIT {

	private static final String SYMBOL = "DIRT/USD";

	@Test
	void leavesOutWhatIsWrongKeepsACrashAndCountsBoth() throws Exception {
		Wire wire = new Wire();
		try (FakeAlpaca venue = new FakeAlpaca(); SentinelRun run = SentinelRun.of(venue, SYMBOL)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> venue.isFollowed(SYMBOL) && run.isUp("crypto-feed"));
			List<Tick> right = new ArrayList<>();
			print(venue, right, 1, "100");
			venue.print(tick(2, "1000"));
			print(venue, right, 3, "101");
			venue.say(tick(3, "101"));
			venue.say(tick(2, "100"));
			venue.say(tick(4, "0"));
			venue.say(Prints.tick(SYMBOL, 5, Prints.NOON.plusSeconds(5), "100", "-1"));
			venue.sayOnFeeds("[{\"T\":\"q\",\"S\":\"%s\",\"t\":\"%s\",\"bp\":102,\"bs\":1,\"ap\":101,\"as\":1}]"
				.formatted(SYMBOL, Prints.NOON.plusSeconds(5)), SYMBOL);
			print(venue, right, 6, "60");
			print(venue, right, 7, "59");
			print(venue, right, 8, "58");
			for (int i = 9; i < 12; i++) {
				right.add(tick(i, "57"));
				venue.printUnheard(tick(i, "57"));
			}
			venue.cut();
			await().atMost(Duration.ofSeconds(20)).until(() -> venue.isFollowed(SYMBOL) && run.isUp("crypto-feed"));
			print(venue, right, 12, "56");
			print(venue, right, 192, "56");

			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(told(wire)).isEqualTo(right));
			JsonNode status = JsonMapper.shared().readTree(get(run, "/sentinel/status"));
			assertThat(status.path("dropped").path("outlier").asLong()).isEqualTo(1);
			assertThat(status.path("dropped").path("bad_price").asLong()).isEqualTo(1);
			assertThat(status.path("dropped").path("bad_size").asLong()).isEqualTo(1);
			assertThat(status.path("dropped").path("duplicate").asLong()).isEqualTo(2);
			assertThat(status.path("dropped").path("crossed_quote").asLong()).isEqualTo(1);
			assertThat(status.path("repaired").path("confirmed_outlier").asLong()).isEqualTo(3);
			assertThat(status.path("repaired").path("gap").asLong()).isEqualTo(3);
			assertThat(status.path("symbols").valueStream().filter(it -> it.path("symbol").asString().equals(SYMBOL)).findFirst().orElseThrow()
				.path("silent_minutes").asLong()).as("nobody traded from 12:01 to 12:03").isEqualTo(2);
			assertThat(get(run, "/actuator/prometheus")).contains("sentinel_silent_minutes_total{service=\"sentinel\"} 2.0", "sentinel_ticks_dropped_total{cause=\"outlier\"",
					"sentinel_ticks_repaired_total{cause=\"gap\"");
		}
		finally {
			wire.destroy();
		}
	}

	private static void print(FakeAlpaca venue, List<Tick> right, int second, String price) {
		right.add(tick(second, price));
		venue.print(tick(second, price));
	}

	private static Tick tick(int second, String price) {
		return Prints.tick(SYMBOL, second, Prints.NOON.plusSeconds(second), price, "1");
	}

	private static List<Tick> told(Wire wire) {
		return wire.received(Topics.TICKS, TradePrinted.class)
			.stream()
			.map(it -> it.data().tick())
			.filter(it -> it.symbol().equals(SYMBOL))
			.toList();
	}

	private static String get(SentinelRun run, String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(run.url() + path)).build(),
				HttpResponse.BodyHandlers.ofString()).body();
	}
}
