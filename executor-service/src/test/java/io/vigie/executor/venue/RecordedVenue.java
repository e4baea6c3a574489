package io.vigie.executor.venue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.common.json.VigieJson;
import io.vigie.common.venue.VenueDrift;
import io.vigie.engine.order.ResendRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers as the simulator gave them once, one of them harmed where a test wants it. */
final class RecordedVenue implements AutoCloseable {

	private final HttpServer server;
	private final HttpClient client = HttpClient.newHttpClient();
	/** How long the history was when an order was recorded; all of it for those recorded in the end. */
	private static final Map<String, Integer> HISTORY = Map.of("order-pending", 0, "order-partial", 2);

	private volatile String look = "order-partial";
	private volatile String harmedName = "";
	private volatile String harmed = "";

	RecordedVenue() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	static String recorded(String name) {
		try (InputStream in = Objects.requireNonNull(RecordedVenue.class.getResourceAsStream("/recorded/" + name + ".json"), name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Orders that are asked for are this one from now on. */
	RecordedVenue looking(String order) {
		look = order;
		return this;
	}

	/** @param body nothing for the answer as it was */
	RecordedVenue harming(String name, @Nullable String body) {
		harmedName = body == null ? "" : name;
		harmed = body == null ? "" : body;
		return this;
	}

	Alpaca adapter(VenueDrift drift) {
		var settings = new BrokerSettings(URI.create("http://localhost:" + server.getAddress().getPort()), "key", "secret", "paper",
				ResendRule.Dialect.ALPACA, TradingMode.PAPER, Duration.ofSeconds(5));
		return new Alpaca(settings, new VenueHttp(settings, VigieJson.mapper(), client, _ -> {
		}), new Symbols(Map.of("BTCUSD", "BTC/USD")), drift);
	}

	/** Tells nobody: thousands of losses are wanted. */
	static VenueDrift drift() {
		((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(VenueDrift.class)).setLevel(ch.qos.logback.classic.Level.OFF);
		return new VenueDrift(new SimpleMeterRegistry(), "executor");
	}

	private void answer(HttpExchange http) throws IOException {
		try (http) {
			String name = name(http.getRequestMethod(), http.getRequestURI());
			byte[] body = (name.equals(harmedName) ? harmed : name.equals("activities") ? history() : recorded(name)).getBytes(StandardCharsets.UTF_8);
			http.getRequestBody().readAllBytes();
			http.sendResponseHeaders(200, body.length);
			http.getResponseBody().write(body);
		}
	}

	private String history() {
		return VigieJson.mapper().readTree(recorded("activities")).valueStream().limit(HISTORY.getOrDefault(look, Integer.MAX_VALUE)).toList().toString();
	}

	private String name(String method, URI uri) {
		String query = Objects.requireNonNullElse(uri.getQuery(), "");
		return switch (uri.getPath()) {
			case "/v2/orders" -> method.equals("POST") ? "order-pending" : query.contains("nested=false") ? "orders-flat" : "orders-open";
			case "/v2/account" -> "account";
			case "/v2/positions" -> "positions";
			case "/v2/account/activities" -> "activities";
			case "/v2/clock" -> "clock";
			case String path when path.startsWith("/v2/orders/") && recorded("order-canceled").contains(path.substring(11)) -> "order-canceled";
			case String path when path.startsWith("/v2/orders") -> look;
			case String path -> throw new IllegalArgumentException(path);
		};
	}

	@Override
	public void close() {
		client.close();
		server.stop(0);
	}
}
