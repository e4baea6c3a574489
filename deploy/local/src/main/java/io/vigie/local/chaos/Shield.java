package io.vigie.local.chaos;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether what is held has a live stop for all of it, as the venue itself has it on record, looked at again and again. What is
 * being sold at that moment counts as looked after.
 */
final class Shield implements AutoCloseable {

	private static final Duration EVERY = Duration.ofMillis(150);

	private static final Set<String> STOPS = Set.of("stop", "stop_limit", "trailing_stop");

	private static final Set<String> LIVE = Set.of("new", "accepted", "partially_filled", "pending_new");

	/**
	 * A time a position had no stop for all of it.
	 *
	 * @param opening whether the position was opened with it, as opposed to having lost its stop later
	 */
	record Bare(String symbol, Instant from, Instant to, boolean opening) {

		Duration length() {
			return Duration.between(from, to);
		}
	}

	/** A position without a stop, as long as it lasts. */
	private record Since(Instant from, boolean opening, int looks) {

		Since again() {
			return new Since(from, opening, looks + 1);
		}
	}

	private final Http venue;

	private final Clock clock;

	private final Map<String, Since> bare = new HashMap<>();

	private final Set<String> held = new HashSet<>();

	private final List<Bare> ended = new ArrayList<>();

	private final Thread thread;

	private volatile boolean closed;

	Shield(Http venue, Clock clock) {
		this.venue = venue;
		this.clock = clock;
		this.thread = Thread.ofVirtual().name("shield").unstarted(this::run);
	}

	void start() {
		thread.start();
	}

	/** Positions that were opened, protected at once or not, and times without protection; those that last are counted until now. */
	synchronized List<Bare> bareTimes() {
		List<Bare> all = new ArrayList<>(ended);
		bare.forEach((symbol, since) -> all.add(new Bare(symbol, since.from, clock.instant(), since.opening)));
		return all;
	}

	@Override
	public void close() throws InterruptedException {
		closed = true;
		thread.join();
	}

	private void run() {
		while (!closed) {
			// Positions first: what is held then has its stop, if ever, in the orders that are read after them.
			JsonNode positions = venue.get("/v2/positions").orElse(null);
			JsonNode orders = positions == null ? null : venue.get("/v2/orders?status=open&limit=500").orElse(null);
			if (positions != null && orders != null) {
				look(positions, orders, clock.instant());
			}
			try {
				Thread.sleep(EVERY);
			}
			catch (InterruptedException e) {
				return;
			}
		}
	}

	synchronized void look(JsonNode positions, JsonNode orders, Instant now) {
		Map<String, BigDecimal> covered = new HashMap<>();
		for (JsonNode order : orders) {
			if ("sell".equals(order.path("side").asString()) && LIVE.contains(order.path("status").asString()) && covers(order)) {
				covered.merge(symbol(order), decimal(order, "qty").subtract(decimal(order, "filled_qty")), BigDecimal::add);
			}
		}
		Set<String> seen = new HashSet<>();
		for (JsonNode position : positions) {
			String symbol = symbol(position);
			seen.add(symbol);
			boolean opened = held.add(symbol);
			boolean whole = covered.getOrDefault(symbol, BigDecimal.ZERO).compareTo(decimal(position, "qty")) >= 0;
			if (whole) {
				end(symbol, now);
				if (opened) {
					ended.add(new Bare(symbol, now, now, true));
				}
			}
			else {
				bare.merge(symbol, new Since(now, opened, 1), (before, _) -> before.again());
			}
		}
		held.retainAll(seen);
		// Seen once without a stop and then gone: it was sold between the two questions.
		bare.entrySet().removeIf(each -> !seen.contains(each.getKey()) && each.getValue().looks == 1 && !each.getValue().opening);
		List.copyOf(bare.keySet()).stream().filter(symbol -> !seen.contains(symbol)).forEach(symbol -> end(symbol, now));
	}

	/** A market order to sell ends what would need a stop. */
	private static boolean covers(JsonNode order) {
		String type = order.path("type").asString();
		return STOPS.contains(type) || "market".equals(type);
	}

	private void end(String symbol, Instant now) {
		Since since = bare.remove(symbol);
		if (since != null) {
			ended.add(new Bare(symbol, since.from, now, since.opening));
		}
	}

	private static String symbol(JsonNode node) {
		return node.path("symbol").asString().replace("/", "");
	}

	private static BigDecimal decimal(JsonNode node, String field) {
		String text = node.path(field).asString("");
		return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
	}
}
