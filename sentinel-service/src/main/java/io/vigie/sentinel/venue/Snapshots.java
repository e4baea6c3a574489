package io.vigie.sentinel.venue;

import io.vigie.common.venue.VenueDrift;
import io.vigie.common.venue.VenueFields;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How many assets stand at once. */
@Component
public final class Snapshots {

	/** More symbols than this in one question make addresses too long for some that pass them on. */
	static final int CHUNK = 100;

	private final Rest rest;
	private final VenueSettings settings;
	private final VenueDrift drift;

	Snapshots(Rest rest, VenueSettings settings, VenueDrift drift) {
		this.rest = rest;
		this.settings = settings;
		this.drift = drift;
	}

	/**
	 * Those that the venue knows a price and a day of, in the order of the symbols; the others are left out.
	 *
	 * @throws VenueUnavailable where one of the questions goes unanswered
	 * @throws VenueRejected where one is refused
	 */
	public List<Snapshot> of(Collection<String> symbols) {
		List<Snapshot> snapshots = new ArrayList<>(symbols.size());
		List<String> crypto = symbols.stream().filter(MarketData::isCrypto).toList();
		List<String> stocks = symbols.stream().filter(Predicate.not(MarketData::isCrypto)).toList();
		for (List<String> chunk : chunks(crypto)) {
			read(chunk, rest.get(settings.cryptoDataUrl(), "/v1beta3/crypto/us/snapshots?symbols=" + joined(chunk)).path("snapshots"),
					snapshots);
		}
		for (List<String> chunk : chunks(stocks)) {
			read(chunk, rest.get(settings.stockDataUrl(),
					"/v2/stocks/snapshots?feed=" + settings.stockFeed() + "&symbols=" + joined(chunk)), snapshots);
		}
		return snapshots;
	}

	/** An odd asset is nothing strange; where none can be read the answer has changed. */
	private void read(List<String> symbols, JsonNode answer, List<Snapshot> snapshots) {
		List<Snapshot> read = symbols.stream().map(it -> snapshot(it, answer.path(it))).filter(Objects::nonNull).toList();
		if (read.isEmpty() && !symbols.isEmpty()) {
			drift.lacks("snapshots.dailyBar");
		}
		snapshots.addAll(read);
	}

	/** Nothing where something is missing or no number: one odd asset must not cost the others. */
	private @Nullable Snapshot snapshot(String symbol, JsonNode node) {
		BigDecimal last = either(node, "latestTrade", "p", "c");
		BigDecimal from = either(node, "prevDailyBar", "c", "o");
		BigDecimal volume = number(node, "dailyBar", "v");
		return last == null || from == null || volume == null || last.signum() <= 0 || from.signum() <= 0 ? null
				: new Snapshot(symbol, last, from, volume);
	}

	/** The first, else what the day's bar has in its place. */
	private @Nullable BigDecimal either(JsonNode node, String first, String field, String ofTheDay) {
		BigDecimal value = number(node, first, field);
		return value == null ? number(node, "dailyBar", ofTheDay) : value;
	}

	private @Nullable BigDecimal number(JsonNode node, String part, String field) {
		return new VenueFields(node.path(part), "snapshots", drift).decimal(field);
	}

	private static List<List<String>> chunks(List<String> symbols) {
		List<List<String>> chunks = new ArrayList<>();
		for (int from = 0; from < symbols.size(); from += CHUNK) {
			chunks.add(symbols.subList(from, Math.min(from + CHUNK, symbols.size())));
		}
		return chunks;
	}

	private static String joined(List<String> symbols) {
		return URLEncoder.encode(String.join(",", symbols), StandardCharsets.UTF_8);
	}
}
