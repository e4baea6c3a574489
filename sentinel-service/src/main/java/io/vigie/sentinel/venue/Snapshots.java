package io.vigie.sentinel.venue;

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

	Snapshots(Rest rest, VenueSettings settings) {
		this.rest = rest;
		this.settings = settings;
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

	private static void read(List<String> symbols, JsonNode answer, List<Snapshot> snapshots) {
		symbols.stream().map(it -> snapshot(it, answer.path(it))).filter(Objects::nonNull).forEach(snapshots::add);
	}

	/** Nothing where something is missing or no number: one odd asset must not cost the others. */
	private static @Nullable Snapshot snapshot(String symbol, JsonNode node) {
		try {
			JsonNode today = node.path("dailyBar");
			BigDecimal price = Json.decimalOrNull(node.path("latestTrade"), "p");
			BigDecimal before = Json.decimalOrNull(node.path("prevDailyBar"), "c");
			BigDecimal last = price == null ? Json.decimal(today, "c") : price;
			BigDecimal from = before == null ? Json.decimal(today, "o") : before;
			return last.signum() <= 0 || from.signum() <= 0 ? null : new Snapshot(symbol, last, from, Json.decimal(today, "v"));
		}
		catch (IllegalArgumentException _) {
			return null;
		}
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
