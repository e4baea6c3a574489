package io.vigie.systemtests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one part of the platform. Sends the simulator's keys along; others don't mind. */
record Http(String base) {

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
	private static final JsonMapper MAPPER = new JsonMapper();

	JsonNode get(String path) {
		HttpResponse<String> answer = send("GET", path, "");
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException("GET " + path + " answered " + answer.statusCode() + ": " + answer.body());
		}
		return MAPPER.readTree(answer.body());
	}

	Stream<JsonNode> list(String path) {
		return StreamSupport.stream(get(path).spliterator(), false);
	}

	HttpResponse<String> send(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/json")
			.header("APCA-API-KEY-ID", "simulator")
			.header("APCA-API-SECRET-KEY", "simulator")
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
			.build();
		try {
			return CLIENT.send(request, BodyHandlers.ofString());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	boolean isUp() {
		try {
			return send("GET", "/actuator/health/readiness", "").statusCode() == 200;
		}
		catch (UncheckedIOException e) {
			return false;
		}
	}
}
