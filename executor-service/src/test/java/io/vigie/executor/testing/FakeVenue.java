package io.vigie.executor.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigie.common.json.VigieJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Alpaca's REST interface over {@link FakeExchange}, with answers that can be spoilt. */
public final class FakeVenue {

	/** What happens to the next order that is sent. */
	public enum Fault {
		/** Accepted, and the connection cut before the answer. */
		RESET_AFTER_ACCEPT,
		/** Accepted, and a server error said. */
		ERROR_AFTER_ACCEPT,
		/** Accepted, and answered later than anyone waits. */
		LATE_ANSWER,
		/** Not accepted, and the connection cut. */
		RESET_BEFORE_ACCEPT,
		/** Not accepted: too many requests. */
		TOO_MANY,
		/** Refused for good. */
		REJECT
	}

	public final FakeExchange exchange = new FakeExchange();
	/** Whether orders are found by their client order id. */
	public volatile boolean indexesNames = true;
	public final Queue<Fault> faults = new ArrayDeque<>();
	public final List<String> sent = new ArrayList<>();
	public volatile boolean down;
	public volatile boolean lookUpFails;
	/** As at venues that accept a client order id again: what a blind repeat would do there. */
	public volatile boolean acceptsIdsAgain;
	/** Something happens in the account whenever it is looked at. */
	public volatile boolean restless;

	private final JsonMapper json = VigieJson.mapper();
	private final HttpServer server;
	private volatile CountDownLatch late = new CountDownLatch(1);

	public FakeVenue() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/v2/", this::handle);
		server.start();
	}

	public void close() {
		server.stop(0);
	}

	public URI url() {
		return URI.create("http://localhost:" + server.getAddress().getPort());
	}

	public void reset() {
		late.countDown();
		late = new CountDownLatch(1);
		faults.clear();
		down = false;
		lookUpFails = false;
		acceptsIdsAgain = false;
		restless = false;
		exchange.strict = false;
		exchange.dropsStops = false;
		indexesNames = true;
		exchange.stopsToRefuse.set(0);
		exchange.marketPrices.clear();
	}

	private void handle(HttpExchange http) throws IOException {
		try (http) {
			String path = http.getRequestURI().getPath();
			Map<String, String> query = query(http.getRequestURI());
			if (down) {
				answer(http, 503, Map.of("message", "down"));
			}
			else if (http.getRequestMethod().equals("POST")) {
				place(http);
			}
			else if (http.getRequestMethod().equals("PATCH")) {
				var body = json.readTree(http.getRequestBody().readAllBytes());
				var successor = exchange.replace(path.substring("/v2/orders/".length()), new BigDecimal(body.path("stop_price").asString()));
				answer(http, successor.isPresent() ? 200 : 422, successor.map(FakeOrder::json).orElse(null));
			}
			else if (http.getRequestMethod().equals("DELETE") && path.equals("/v2/orders")) {
				exchange.cancelAll();
				answer(http, 207, List.of());
			}
			else if (http.getRequestMethod().equals("DELETE")) {
				answer(http, exchange.cancel(path.substring("/v2/orders/".length())) ? 204 : 422, null);
			}
			else {
				read(http, path, query);
			}
		}
	}

	private void read(HttpExchange http, String path, Map<String, String> query) throws IOException {
		if (restless && path.equals("/v2/account")) {
			exchange.moved("INT", null, "0.01", null, "restless");
		}
		switch (path) {
			case "/v2/account" -> answer(http, 200, Map.of("currency", "USD", "cash", exchange.cash().toPlainString()));
			case "/v2/clock" -> answer(http, 200, Map.of("timestamp", exchange.now().toString(), "is_open", true));
			case "/v2/positions" -> answer(http, 200, exchange.positions());
			case "/v2/orders" -> answer(http, 200, exchange.open());
			case "/v2/account/activities" -> answer(http, 200, exchange.activities(query));
			case "/v2/orders:by_client_order_id" -> found(http, indexesNames ? exchange.byClientId(query.getOrDefault("client_order_id", "")) : List.of());
			default -> found(http, exchange.byId(path.substring("/v2/orders/".length())));
		}
	}

	private void found(HttpExchange http, List<FakeOrder> orders) throws IOException {
		if (lookUpFails) {
			answer(http, 500, Map.of("message", "look-up is out of order"));
		}
		else if (orders.isEmpty()) {
			answer(http, 404, Map.of("message", "order not found"));
		}
		else {
			answer(http, 200, orders.getFirst().json());
		}
	}

	private void place(HttpExchange http) throws IOException {
		var body = json.readTree(http.getRequestBody().readAllBytes());
		String clientId = body.path("client_order_id").asString();
		synchronized (sent) {
			sent.add(clientId);
		}
		Fault fault = faults.poll();
		if (fault == Fault.RESET_BEFORE_ACCEPT) {
			return;
		}
		if (fault == Fault.TOO_MANY) {
			answer(http, 429, Map.of("message", "too many requests"));
			return;
		}
		if (fault == Fault.REJECT) {
			answer(http, 403, Map.of("code", 40310000, "message", "insufficient buying power"));
			return;
		}
		if (!exchange.byClientId(clientId).isEmpty() && !acceptsIdsAgain) {
			answer(http, 422, Map.of("code", 40010001, "message", "client_order_id must be unique"));
			return;
		}
		String refusal = exchange.refusal(body).orElse(null);
		if (refusal != null) {
			answer(http, 403, Map.of("code", 40310000, "message", refusal));
			return;
		}
		FakeOrder order = exchange.place(body);
		switch (fault) {
			case RESET_AFTER_ACCEPT -> {
			}
			case ERROR_AFTER_ACCEPT -> answer(http, 500, Map.of("message", "internal server error"));
			case LATE_ANSWER -> {
				pause();
				answer(http, 200, order.json());
			}
			case null, default -> answer(http, 200, order.json());
		}
	}

	/** Until the test is over: nobody waits for so long. */
	private void pause() {
		try {
			late.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(HttpExchange http, int status, @org.jspecify.annotations.Nullable Object body) throws IOException {
		byte[] bytes = body == null ? new byte[0] : json.writeValueAsBytes(body);
		http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
		if (bytes.length > 0) {
			http.getResponseBody().write(bytes);
		}
	}

	private static Map<String, String> query(URI uri) {
		return uri.getRawQuery() == null ? Map.of() : new HashMap<>(Arrays.stream(uri.getRawQuery().split("&")).map(it -> it.split("=", 2))
			.collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8))));
	}
}
