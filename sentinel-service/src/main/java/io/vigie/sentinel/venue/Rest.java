package io.vigie.sentinel.venue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the venue; asking changes nothing, so it is repeated a few times before it is given up. */
@Component
final class Rest {

	private static final int ATTEMPTS = 3;
	private static final int MAX_BYTES = 32 * 1024 * 1024;
	private static final long PAUSE_MILLIS = 200;

	private final VenueSettings settings;
	private final HttpClient client;

	Rest(VenueSettings settings) {
		this.settings = settings;
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.timeout())
				.build();
	}

	/**
	 * @throws VenueUnavailable where the venue can't be reached, is overloaded or says what can't be read
	 * @throws VenueRejected where it says no
	 */
	JsonNode get(URI base, String pathAndQuery) {
		for (int attempt = 1;; attempt++) {
			try {
				return once(URI.create(base + pathAndQuery));
			}
			catch (VenueUnavailable e) {
				if (attempt == ATTEMPTS) {
					throw e;
				}
				pause(attempt);
			}
		}
	}

	private JsonNode once(URI uri) {
		HttpRequest request = HttpRequest.newBuilder(uri)
			.timeout(settings.timeout())
			.header("APCA-API-KEY-ID", settings.keyId())
			.header("APCA-API-SECRET-KEY", settings.secretKey())
			.header("Accept", "application/json")
			.build();
		try {
			return read(uri, client.send(request,
					HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES)));
		}
		catch (IOException e) {
			throw new VenueUnavailable(uri.getPath() + " can't be reached: " + e.getClass().getSimpleName(), e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new VenueUnavailable("Interrupted while asking " + uri.getPath(), e);
		}
	}

	private static JsonNode read(URI uri, HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status == 429 || status >= 500) {
			throw new VenueUnavailable(uri.getPath() + " answers " + status, null);
		}
		if (status != 200) {
			throw new VenueRejected(status, uri.getPath() + " answers " + status + ": " + excerpt(response.body()));
		}
		try {
			return Json.read(new String(response.body(), StandardCharsets.UTF_8));
		}
		catch (JacksonException e) {
			throw new VenueUnavailable(uri.getPath() + " answers what is no JSON", e);
		}
	}

	private static String excerpt(byte[] body) {
		return new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
	}

	private static void pause(int attempt) {
		try {
			Thread.sleep(Duration.ofMillis((PAUSE_MILLIS << attempt) + ThreadLocalRandom.current()
					.nextLong(PAUSE_MILLIS)));
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new VenueUnavailable("Interrupted while waiting to ask again", e);
		}
	}
}
