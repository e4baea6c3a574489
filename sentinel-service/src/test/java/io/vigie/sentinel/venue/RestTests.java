package io.vigie.sentinel.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vigie.engine.market.Tick;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestTests {

	private final Deque<Answer> answers = new ArrayDeque<>();
	private final List<String> asked = new ArrayList<>();
	private HttpServer server;
	private VenueSettings settings;

	@BeforeEach
	void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", exchange -> {
			asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("APCA-API-KEY-ID"));
			Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
			byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
		settings = new VenueSettings(url, url, url, "iex", null, null, null, "who", "hush", Duration.ofSeconds(2));
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	@Test
	void asksAgainWhileTheVenueIsOverloaded() {
		answer(429, "");
		answer(503, "");
		answer(200, "{\"timestamp\":\"2026-03-02T12:00:00Z\",\"is_open\":false}");

		assertThat(broker().hours()).isEqualTo(new MarketHours(Instant.parse("2026-03-02T12:00:00Z"), false));
		assertThat(asked).hasSize(3).allMatch(it -> it.endsWith(" who"));
	}

	@Test
	void givesUpAfterAFewTimes() {
		answer(500, "");

		assertThatThrownBy(() -> broker().hours()).isInstanceOf(VenueUnavailable.class)
				.hasMessage("/v2/clock answers 500");
		assertThat(asked).hasSize(3);
	}

	@Test
	void doesNotAskAgainWhenTheVenueSaysNo() {
		answer(403, "{\"message\":\"forbidden\"}");

		assertThatThrownBy(() -> broker().hours()).isInstanceOfSatisfying(VenueRejected.class, it ->
				assertThat(it.status()).isEqualTo(403))
			.hasMessageContaining("forbidden").hasMessageNotContaining("hush");
		assertThat(asked).hasSize(1);
	}

	@Test
	void takesWhatCannotBeReadForAnOutage() {
		answer(200, "<html>Bad gateway</html>");

		assertThatThrownBy(() -> broker().hours()).isInstanceOf(VenueUnavailable.class).hasMessageContaining("no JSON");
	}

	@Test
	void knowsNoOrderWhereThereIsNone() {
		answer(404, "{\"code\":40410000,\"message\":\"order not found\"}");

		assertThat(broker().order("x")).isEmpty();
	}

	@Test
	void readsHistoryPageAfterPage() throws InterruptedException {
		answer(200, trades("{\"t\":\"2026-03-02T12:00:00Z\",\"p\":1,\"s\":1,\"i\":1},{\"broken\":true}",
				"\"next/page\""));
		answer(200, trades("{\"t\":\"2026-03-02T12:00:01Z\",\"p\":2,\"s\":1,\"i\":2}", "null"));
		List<Tick> taken = new ArrayList<>();

		Recordings.marketData(settings, Recordings.drift()).trades("BTC/USD", Instant.parse("2026-03-02T12:00:00Z"),
				taken::add);

		assertThat(taken).extracting(Tick::sequence).containsExactly(1L, 2L);
		assertThat(asked.getFirst())
				.contains("/v1beta3/crypto/us/trades?symbols=BTC%2FUSD&start=2026-03-02T12%3A00%3A00Z");
		assertThat(asked.getLast()).contains("page_token=next%2Fpage");
	}

	@Test
	void asksForStocksElsewhere() throws InterruptedException {
		answer(200, "{\"trades\":{},\"next_page_token\":null}");

		Recordings.marketData(settings, Recordings.drift()).trades("AAPL", Instant.EPOCH, it -> {
		});

		assertThat(asked.getFirst()).startsWith("/v2/stocks/trades?feed=iex&symbols=AAPL&");
	}

	@Test
	void readsActivitiesOfEveryKind() {
		answer(200, """
				[{"id":"20260302120000000::1","activity_type":"FILL","transaction_time":"2026-03-02T12:00:00Z","price":"2","qty":"1","side":"sell_short","cum_qty":"1",
				"symbol":"AAPL","order_id":"o"},{"id":"20260302120000001::2","activity_type":"DIV","date":"2026-03-02","net_amount":"1.5"},
				{"id":"20260302120000002::3","activity_type":"FILL"},{"id":"odd","activity_type":"MISC"}]""");

		List<Activity> activities = broker().activitiesAfter("last::id");

		assertThat(asked.getFirst()).contains("direction=asc").contains("page_token=last%3A%3Aid");
		assertThat(activities).hasExactlyElementsOfTypes(Activity.Fill.class, Activity.Other.class,
				Activity.Unreadable.class, Activity.Unreadable.class);
		assertThat(activities.get(1).at()).isEqualTo("2026-03-02T00:00:00Z");
		assertThat(activities.get(2).at()).isEqualTo("2026-03-02T12:00:00.002Z");
		assertThat(activities.get(3).at()).isEqualTo(Instant.EPOCH);
	}

	private Broker broker() {
		return Recordings.broker(settings, Recordings.drift());
	}

	private void answer(int status, String body) {
		answers.add(new Answer(status, body));
	}

	private static String trades(String trades, String next) {
		return "{\"trades\":{\"BTC/USD\":[%s]},\"next_page_token\":%s}".formatted(trades, next);
	}

	private record Answer(int status, String body) {
	}
}
