package io.vigie.analyst.series;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Closed bars of the past, as sentinel keeps them. */
@Component
class History {

	private final SeriesSettings settings;
	private final JsonMapper mapper;
	private final HttpClient http;

	History(SeriesSettings settings, JsonMapper mapper) {
		this.settings = settings;
		this.mapper = mapper;
		this.http = HttpClient.newBuilder().connectTimeout(settings.historyTimeout()).version(HttpClient.Version.HTTP_1_1).build();
	}

	/**
	 * The last bars that opened before the given instant, oldest first.
	 *
	 * @throws TransientDataAccessResourceException while sentinel can't be asked: without its past a series decides nothing
	 */
	List<Bar> before(Instant instant, String symbol, Timeframe timeframe, int limit) {
		String query = "symbol=" + encoded(symbol) + "&timeframe=" + timeframe.code() + "&before=" + instant + "&limit=" + limit;
		URI uri = settings.sentinelUrl().resolve("/sentinel/bars?" + query);
		try {
			var request = HttpRequest.newBuilder(uri).timeout(settings.historyTimeout()).GET().build();
			HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new TransientDataAccessResourceException("Sentinel answered " + response.statusCode() + " to " + uri);
			}
			return Stream.of(mapper.readValue(response.body(), Bar[].class))
				.filter(bar -> bar.openAt().isBefore(instant) && SoundBar.is(bar))
				.sorted(Comparator.comparing(Bar::openAt))
				.toList();
		}
		catch (IOException | JacksonException e) {
			throw new TransientDataAccessResourceException("Sentinel has no history of " + symbol + " to give at " + uri, e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TransientDataAccessResourceException("Interrupted while waiting for history of " + symbol, e);
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
