package io.vigie.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a port of its own, its market paused, and a client with the right keys. */
final class RunningSimulator implements AutoCloseable {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();
	private final ConfigurableApplicationContext context;
	private final int port;

	private RunningSimulator(ConfigurableApplicationContext context) {
		this.context = context;
		this.port = Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
	}

	/** @param settings {@code NAME=value}; later ones win */
	static RunningSimulator start(Path data, String... settings) {
		List<String> arguments = new ArrayList<>(List.of("--VIGIE_SIMULATOR_PORT=0", "--VIGIE_SIMULATOR_DATA=" + data,
				"--VIGIE_REPLAY_PAUSED=true", "--VIGIE_REPLAY_BUILT_IN=false", "--VIGIE_SLIPPAGE_BPS=0",
				"--VIGIE_REPLAY_START=2026-01-05T00:00:00Z"));
		for (String setting : settings) {
			arguments.removeIf(it -> it.startsWith("--" + setting.substring(0, setting.indexOf('=') + 1)));
			arguments.add("--" + setting);
		}
		return new RunningSimulator(new SpringApplicationBuilder(Simulator.class).registerShutdownHook(false)
			.run(arguments.toArray(String[]::new)));
	}

	String url() {
		return "http://127.0.0.1:" + port;
	}

	Answer get(String path) {
		return send("GET", path, null, KEYS);
	}

	/** The body as it comes. */
	String get(String path, String type) {
		try {
			return client.send(HttpRequest.newBuilder(URI.create(url() + path)).header("Accept", type).build(),
					HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	Answer post(String path, String json) {
		return send("POST", path, json, KEYS);
	}

	Answer patch(String path, String json) {
		return send("PATCH", path, json, KEYS);
	}

	Answer delete(String path) {
		return send("DELETE", path, null, KEYS);
	}

	/** Prints of one symbol, in order. */
	void print(String symbol, String... prices) {
		String ticks = Arrays.stream(prices)
			.map(it -> "{\"symbol\":\"%s\",\"price\":\"%s\",\"size\":\"100\"}".formatted(symbol, it))
			.toList()
			.toString();
		Answer answer = post("/simulator/ticks", ticks);
		if (answer.status != 200) {
			throw new IllegalStateException(answer.toString());
		}
	}

	/** Arms a fault, given as the inside of its JSON object with single quotes. */
	void arm(String fault) {
		Answer answer = post("/simulator/faults", "{" + fault.replace('\'', '"') + "}");
		if (answer.status != 200) {
			throw new IllegalStateException(answer.toString());
		}
	}

	/** Nothing armed, nothing on record. */
	void calm() {
		delete("/simulator/faults");
		delete("/simulator/faults/firings");
	}

	/** What struck: fault, number of the occasion, what, id. */
	List<String> firings() {
		List<String> firings = new ArrayList<>();
		get("/simulator/faults/firings").body.forEach(it -> firings.add(it.path("fault").stringValue("") + " " + it.path("match").intValue()
				+ " " + it.path("what").stringValue("") + " " + it.path("id").stringValue("")));
		return firings;
	}

	/** Everything the venue says about the account. */
	List<JsonNode> record() {
		return List.of(get("/v2/account").body, get("/v2/positions").body, get("/v2/orders?status=all&limit=500&nested=false").body,
				get("/v2/account/activities").body);
	}

	Socket open(String path, Map<String, String> headers) {
		return Socket.open(client, URI.create("ws://127.0.0.1:" + port + path), headers);
	}

	/** Sends an order of which no answer comes. */
	void lose(String json) {
		try {
			send("POST", "/v2/orders", json, KEYS);
		}
		catch (UncheckedIOException _) {
			return;
		}
		throw new IllegalStateException("An answer came");
	}

	Answer send(String method, String path, @Nullable String json, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
			.method(method, json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
			.header("Content-Type", "application/json");
		headers.forEach(request::header);
		try {
			HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			String body = response.body();
			return new Answer(response.statusCode(), body.isEmpty() ? MAPPER.nullNode() : MAPPER.readTree(body),
					response.headers().map());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		client.close();
		context.close();
	}

	static final Map<String, String> KEYS = Map.of("APCA-API-KEY-ID", "simulator", "APCA-API-SECRET-KEY", "simulator");

	/** A market order, by its own id. */
	static String order(String symbol, String side, String quantity, String id) {
		return """
				{"symbol":"%s","qty":"%s","side":"%s","type":"market","time_in_force":"gtc","client_order_id":"%s"}""".formatted(symbol, quantity,
				side, id);
	}

	record Answer(int status, JsonNode body, Map<String, List<String>> headers) {

		String text(String field) {
			return body.path(field).stringValue("");
		}
	}
}
