package io.vigie.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one part of the platform, which may be dead or lying: what does not answer well within the limit says nothing. */
record Http(HttpClient client, String base, Duration limit) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int GOOD = 300;

	static Http to(String base) {
		return new Http(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build(), base, Duration.ofSeconds(2));
	}

	boolean isGood(String path) {
		return send("GET", path, "").filter(it -> it.statusCode() < GOOD).isPresent();
	}

	Optional<JsonNode> get(String path) {
		return send("GET", path, "").filter(it -> it.statusCode() < GOOD).flatMap(it -> read(it.body()));
	}

	/** Also an answer that says no is one. */
	Optional<HttpResponse<String>> send(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(limit).header("Content-Type", "application/json")
				// The simulator's own keys; the others do not mind.
				.header("APCA-API-KEY-ID", "simulator").header("APCA-API-SECRET-KEY", "simulator")
				.method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build();
		try {
			return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException e) {
			return Optional.empty();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private static Optional<JsonNode> read(String body) {
		try {
			return Optional.of(JSON.readTree(body));
		}
		catch (JacksonException e) {
			return Optional.empty();
		}
	}
}
