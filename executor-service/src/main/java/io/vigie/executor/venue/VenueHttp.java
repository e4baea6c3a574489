package io.vigie.executor.venue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One request, one of four ends: an answer, {@link VenueRejected}, {@link VenueUnavailable} (certainly nothing happened) or
 * {@link AnswerLost} (nobody knows).
 */
final class VenueHttp {

	private static final Duration CONNECT = Duration.ofSeconds(2);
	private static final int ATTEMPTS = 3;
	private static final Set<Integer> NOT_TAKEN = Set.of(401, 407, 425, 429);

	private final BrokerSettings settings;
	private final JsonMapper json;
	private final HttpClient client;
	private final Consumer<Duration> pause;

	VenueHttp(BrokerSettings settings, JsonMapper json) {
		this(settings, json, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build(),
				it -> LockSupport.parkNanos(it.toNanos()));
	}

	/** @param pause between two attempts */
	VenueHttp(BrokerSettings settings, JsonMapper json, HttpClient client, Consumer<Duration> pause) {
		this.settings = settings;
		this.json = json;
		this.client = client;
		this.pause = pause;
	}

	/** Reading changes nothing, so it is repeated a few times before giving up. */
	JsonNode get(String path) {
		return repeated(() -> send(request(path).GET().build()));
	}

	JsonNode post(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
			.build());
	}

	/** Not repeated: where the answer is lost, what is there now is to be looked at first. */
	void patch(String path, Object body) {
		send(request(path).header("Content-Type", "application/json")
			.method("PATCH", HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
			.build());
	}

	/** Cancelling twice is cancelling once. */
	void delete(String path) {
		repeated(() -> send(request(path).DELETE().build()));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(settings.url() + path))
			.timeout(settings.timeout())
			.header("APCA-API-KEY-ID", settings.keyId())
			.header("APCA-API-SECRET-KEY", settings.secretKey());
	}

	private JsonNode send(HttpRequest request) {
		try {
			return read(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
		}
		catch (ConnectException | HttpConnectTimeoutException e) {
			throw new VenueUnavailable("No connection to " + settings.url().getAuthority(), e);
		}
		catch (IOException e) {
			throw new AnswerLost("No answer: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AnswerLost("Interrupted while waiting for the answer", e);
		}
	}

	private JsonNode read(HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status >= 200 && status < 300) {
			JsonNode body = parsed(response.body());
			if (body == null) {
				throw new AnswerLost("The venue's answer can't be read", null);
			}
			return body;
		}
		if (NOT_TAKEN.contains(status)) {
			throw new VenueUnavailable("The venue refuses to listen: " + status + " " + words(response), null);
		}
		if (status >= 400 && status < 500 && status != 408) {
			throw new VenueRejected(status, words(response));
		}
		throw new AnswerLost("The venue failed with status " + status, null);
	}

	private String words(HttpResponse<byte[]> response) {
		JsonNode body = parsed(response.body());
		String message = body == null ? "" : body.path("message").asString("");
		return message.isEmpty() ? "status " + response.statusCode() : message;
	}

	private @Nullable JsonNode parsed(byte[] body) {
		if (new String(body, StandardCharsets.UTF_8).isBlank()) {
			return MissingNode.getInstance();
		}
		try {
			return json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(body);
		}
		catch (JacksonException _) {
			return null;
		}
	}

	private JsonNode repeated(Supplier<JsonNode> call) {
		for (int attempt = 1;; attempt++) {
			try {
				return call.get();
			}
			catch (VenueUnavailable | AnswerLost e) {
				if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
					throw e;
				}
				long least = 100L << attempt;
				pause.accept(Duration.ofMillis(least + ThreadLocalRandom.current().nextLong(least)));
			}
		}
	}
}
