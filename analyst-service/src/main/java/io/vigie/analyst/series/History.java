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
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Closed bars of the past, as sentinel keeps them. */
@Component
public class History {

	/** As many as sentinel gives at once. */
	private static final int PAGE = 1000;

	private final SeriesSettings settings;
	private final JsonMapper mapper;
	private final HttpClient http;

	History(SeriesSettings settings, JsonMapper mapper) {
		this.settings = settings;
		this.mapper = mapper;
		this.http = HttpClient.newBuilder().connectTimeout(settings.historyTimeout()).version(HttpClient.Version.HTTP_1_1).build();
	}

	/**
	 * The last bars that closed before the given instant, oldest first; fewer where there are no more.
	 *
	 * @throws TransientDataAccessResourceException while sentinel can't be asked: without its past a series decides nothing
	 * @throws IllegalArgumentException where sentinel will never answer this question
	 */
	public List<Bar> before(Instant instant, String symbol, Timeframe timeframe, int limit) {
		Deque<Bar> bars = new ArrayDeque<>();
		Instant until = instant;
		while (bars.size() < limit) {
			int wanted = Math.min(limit - bars.size(), PAGE);
			List<Bar> page = page(until, symbol, timeframe, wanted);
			page.reversed().forEach(bars::addFirst);
			if (page.size() < wanted) {
				break;
			}
			until = page.getFirst().openAt();
		}
		return bars.stream().filter(SoundBar::is).toList();
	}

	private List<Bar> page(Instant until, String symbol, Timeframe timeframe, int limit) {
		URI uri = settings.sentinelUrl().resolve("/sentinel/bars?symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8)
				+ "&timeframe=" + timeframe.code() + "&before=" + until + "&limit=" + limit);
		try {
			return Stream.of(mapper.readValue(ask(uri), Bar[].class))
				.filter(bar -> bar.openAt().isBefore(until))
				.sorted(Comparator.comparing(Bar::openAt))
				.toList();
		}
		catch (JacksonException e) {
			throw new TransientDataAccessResourceException("What answers at " + uri + " gives no bars", e);
		}
	}

	private byte[] ask(URI uri) {
		try {
			var request = HttpRequest.newBuilder(uri).timeout(settings.historyTimeout()).GET().build();
			HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() >= 400 && response.statusCode() < 500) {
				throw new IllegalArgumentException("Sentinel refuses with " + response.statusCode() + " to answer " + uri);
			}
			if (response.statusCode() != 200) {
				throw new TransientDataAccessResourceException("Sentinel answers " + response.statusCode() + " to " + uri);
			}
			return response.body();
		}
		catch (IOException e) {
			throw new TransientDataAccessResourceException("Sentinel does not answer at " + uri, e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TransientDataAccessResourceException("Interrupted while waiting for " + uri, e);
		}
	}
}
