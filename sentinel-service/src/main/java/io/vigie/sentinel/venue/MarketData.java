package io.vigie.sentinel.venue;

import io.vigie.common.venue.VenueDrift;
import io.vigie.common.venue.VenueFields;
import io.vigie.engine.market.Tick;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What printed before: the venue's history of trades. */
@Component
public final class MarketData {

	private static final int PAGE = 10_000;
	private static final int MOST_PAGES = 500;

	private final Rest rest;
	private final VenueSettings settings;
	private final FeedFrames frames;
	private final VenueDrift drift;

	MarketData(Rest rest, VenueSettings settings, FeedFrames frames, VenueDrift drift) {
		this.rest = rest;
		this.settings = settings;
		this.frames = frames;
		this.drift = drift;
	}

	public static boolean isCrypto(String symbol) {
		return symbol.indexOf('/') >= 0;
	}

	/**
	 * Every print of the symbol from the instant on, in the venue's order, page after page. Prints that can't be read are
	 * left out.
	 *
	 * @return how many were handed over
	 * @throws VenueUnavailable before or between pages; what was handed over until then is right
	 */
	public long trades(String symbol, Instant from, Taker taker) throws InterruptedException {
		String token = "";
		long count = 0;
		for (int page = 0; page < MOST_PAGES; page++) {
			JsonNode answer = rest.get(base(symbol), path(symbol, from, token));
			List<JsonNode> prints = prints(symbol, answer);
			for (JsonNode trade : prints) {
				Tick tick = tick(symbol, trade);
				if (tick != null) {
					taker.take(tick);
					count++;
				}
			}
			token = next(answer, prints.size());
			if (token.isEmpty()) {
				return count;
			}
		}
		throw new VenueUnavailable("History of " + symbol + " since " + from + " has more than " + MOST_PAGES
				+ " pages", null);
	}

	/** A symbol that did not trade is not there; where nothing is, the answer has changed and is no answer. */
	private List<JsonNode> prints(String symbol, JsonNode answer) {
		JsonNode all = answer.path("trades");
		JsonNode prints = all.path(symbol);
		if (!all.isObject() || !prints.isMissingNode() && !prints.isArray()) {
			drift.lacks("history.trades");
			throw new VenueUnavailable("History of " + symbol + " has no list of trades", null);
		}
		return prints.valueStream().toList();
	}

	private String next(JsonNode answer, int prints) {
		var fields = new VenueFields(answer, "history", drift);
		String token = fields.text("next_page_token");
		if (token == null && !answer.path("next_page_token").isNull()) {
			fields.lacks("next_page_token");
			if (prints >= PAGE) {
				throw new VenueUnavailable("History has a full page and does not say what follows: no next_page_token", null);
			}
		}
		return token == null ? "" : token;
	}

	private URI base(String symbol) {
		return isCrypto(symbol) ? settings.cryptoDataUrl() : settings.stockDataUrl();
	}

	private String path(String symbol, Instant from, String token) {
		String path = isCrypto(symbol) ? "/v1beta3/crypto/us/trades?" : "/v2/stocks/trades?feed=" + settings.stockFeed()
				+ "&";
		return path + "symbols=" + encoded(symbol) + "&start=" + encoded(from.toString()) + "&limit=" + PAGE
				+ "&sort=asc"
				+ (token.isEmpty() ? "" : "&page_token=" + encoded(token));
	}

	private @Nullable Tick tick(String symbol, JsonNode trade) {
		try {
			return frames.tick(symbol, trade);
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** Takes one print after another, in its own time. */
	@FunctionalInterface
	public interface Taker {

		void take(Tick tick) throws InterruptedException;
	}
}
