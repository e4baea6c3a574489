package io.vigie.sentinel.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotsTests {

	private static final String WHOLE = "{\"latestTrade\":{\"p\":110},\"dailyBar\":{\"o\":101,\"c\":109,\"v\":7.5},\"prevDailyBar\":{\"c\":100}}";

	private final List<URI> asked = new ArrayList<>();
	private String snapshot = WHOLE;
	private int status = 200;
	private HttpServer server;
	private Snapshots snapshots;

	@BeforeEach
	void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", exchange -> {
			asked.add(exchange.getRequestURI());
			String each = Stream.of(symbols(exchange.getRequestURI()).split(",")).map(it -> "\"" + it + "\":" + snapshot)
				.collect(Collectors.joining(",", "{", "}"));
			byte[] body = (exchange.getRequestURI().getPath().contains("crypto") ? "{\"snapshots\":" + each + "}" : each)
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
		var settings = new VenueSettings(url, url, url, "iex", null, null, null, "who", "hush", Duration.ofSeconds(2));
		snapshots = new Snapshots(new Rest(settings), settings, Recordings.drift());
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	@Test
	void asksForAHundredAtATime() {
		List<String> stocks = IntStream.range(0, 250).mapToObj(it -> "S" + it).toList();

		assertThat(snapshots.of(stocks)).extracting(Snapshot::symbol).containsExactlyElementsOf(stocks);
		assertThat(asked).extracting(it -> symbols(it).split(",").length).containsExactly(100, 100, 50);
	}

	@Test
	void asksForCryptoAndStocksWhereEachIsKnown() {
		assertThat(snapshots.of(List.of("AAPL", "BTC/USD", "MSFT"))).extracting(Snapshot::symbol)
			.containsExactly("BTC/USD", "AAPL", "MSFT");
		assertThat(asked).extracting(URI::getPath).containsExactly("/v1beta3/crypto/us/snapshots", "/v2/stocks/snapshots");
		assertThat(asked.get(1).getQuery()).contains("feed=iex");
	}

	@Test
	void asksNothingForNothing() {
		assertThat(snapshots.of(List.of())).isEmpty();
		assertThat(asked).isEmpty();
	}

	@Test
	void measuresFromYesterdaysClose() {
		assertThat(snapshots.of(List.of("A"))).containsExactly(new Snapshot("A", new BigDecimal("110"), new BigDecimal("100"),
				new BigDecimal("7.5")));
	}

	@Test
	void measuresFromTodaysOpeningWhereThereWasNoYesterday() {
		snapshot = "{\"dailyBar\":{\"o\":101,\"c\":109,\"v\":1}}";

		assertThat(snapshots.of(List.of("A"))).containsExactly(new Snapshot("A", new BigDecimal("109"), new BigDecimal("101"),
				BigDecimal.ONE));
	}

	@Test
	void leavesOutWhatHasNoPriceOrCantBeRead() {
		for (String odd : List.of("null", "{}", "{\"latestTrade\":{\"p\":0},\"dailyBar\":{\"o\":1,\"v\":1}}",
				"{\"latestTrade\":{\"p\":\"x\"},\"dailyBar\":{\"o\":1,\"v\":1}}", "{\"latestTrade\":{\"p\":1}}")) {
			snapshot = odd;
			assertThat(snapshots.of(List.of("A"))).as(odd).isEmpty();
		}
	}

	@Test
	void passesOnThatTheVenueRefuses() {
		status = 403;

		assertThatExceptionOfType(VenueRejected.class).isThrownBy(() -> snapshots.of(List.of("A")));
	}

	private static String symbols(URI uri) {
		return Stream.of(uri.getRawQuery().split("&")).filter(it -> it.startsWith("symbols="))
			.map(it -> URLDecoder.decode(it.substring("symbols=".length()), StandardCharsets.UTF_8)).findFirst().orElseThrow();
	}
}
