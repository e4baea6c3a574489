package io.vigie.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts together what was said between a tick and its fill, from the messages' own stamps. Not thread-safe. */
final class Chains {

	/** Where the time goes, one message after the other. */
	enum Hop {

		BAR("tick heard → bar closed"), PROPOSAL("bar closed → proposed"), VERDICT("proposed → verdict"),
		INTENT("verdict → order committed"), VENUE("order committed → accepted by the venue"), BOOKED("fill heard → booked");

		final String words;

		Hop(String words) {
			this.words = words;
		}
	}

	/** One signal and what came of it; what has not happened is null. */
	private static final class Chain {

		@Nullable Instant tick;

		@Nullable Instant bar;

		@Nullable Instant proposal;

		@Nullable Instant verdict;

		@Nullable Instant intent;

		@Nullable Instant accepted;

		@Nullable Instant filled;

		@Nullable Instant booked;

		boolean exit;
	}

	private final Map<String, Instant> ticks = new HashMap<>();

	private final Map<String, Chain> byCorrelation = new HashMap<>();

	private final Map<String, Chain> byClientOrder = new HashMap<>();

	private final Map<String, Chain> byOrder = new HashMap<>();

	private final List<JsonNode> venue = new ArrayList<>();

	private int signals;

	private int refused;

	/** @param committed when it was handed to the broker, in whole milliseconds and rounded up */
	void hear(JsonNode message, Instant committed) {
		JsonNode data = message.path("data");
		String correlation = text(message, "correlation_id");
		Instant at = Instant.parse(text(message, "at"));
		switch (text(message, "message_type")) {
			case "trade-printed" -> ticks.put(text(message, "id"), at);
			case "bar-closed" -> chain(correlation).bar = at;
			case "signal-raised" -> signals++;
			case "trade-proposal" -> {
				chain(correlation).proposal = at;
				chain(correlation).exit = "CLOSE".equals(text(data, "action"));
			}
			case "proposal-approved" -> chain(correlation).verdict = at;
			case "proposal-refused" -> refused++;
			case "order-changed" -> ordered(data, correlation, committed);
			case "trade-booked" -> booked(data, committed);
			case "order-updated" -> venue.add(message);
			default -> {
				// Not part of a chain.
			}
		}
	}

	/** Everything was heard. Topics are read one after the other, so the ends are tied only now. */
	void complete() {
		for (JsonNode message : venue) {
			JsonNode data = message.path("data");
			Chain chain = byClientOrder.get(text(data, "client_order_id"));
			if (chain != null) {
				Instant at = Instant.parse(text(message, "at"));
				chain.accepted = chain.accepted == null || at.isBefore(chain.accepted) ? at : chain.accepted;
				chain.filled = "FILLED".equals(text(data, "event")) ? at : chain.filled;
			}
		}
		venue.clear();
		byCorrelation.forEach((correlation, chain) -> chain.tick = ticks.get(correlation));
	}

	int signals() {
		return signals;
	}

	int refused() {
		return refused;
	}

	/** From the tick until the venue has the order, in milliseconds. */
	Sample tickToOrder(boolean exits) {
		return sample(exits, chain -> millis(chain.tick, chain.accepted));
	}

	/** From the tick until its fill is in the ledger; what the venue waits for its next price is left out. */
	Sample tickToFill(boolean exits) {
		return sample(exits, chain -> {
			Double order = millis(chain.tick, chain.accepted);
			Double fill = millis(chain.filled, chain.booked);
			return order == null || fill == null ? null : Double.valueOf(order + fill);
		});
	}

	Sample hop(Hop hop, boolean exits) {
		return sample(exits, chain -> switch (hop) {
			case BAR -> millis(chain.tick, chain.bar);
			case PROPOSAL -> millis(chain.bar, chain.proposal);
			case VERDICT -> millis(chain.proposal, chain.verdict);
			case INTENT -> millis(chain.verdict, chain.intent);
			case VENUE -> millis(chain.intent, chain.accepted);
			case BOOKED -> millis(chain.filled, chain.booked);
		});
	}

	private void ordered(JsonNode data, String correlation, Instant committed) {
		boolean own = "ENTRY".equals(text(data, "role")) || "EXIT".equals(text(data, "role"));
		if (own && "INTENDED".equals(text(data, "state"))) {
			Chain chain = chain(correlation);
			chain.intent = committed;
			byClientOrder.put(text(data, "client_order_id"), chain);
			byOrder.put(text(data, "order_id"), chain);
		}
	}

	private void booked(JsonNode data, Instant committed) {
		Chain chain = byOrder.get(text(data, "order_id"));
		if (chain != null) {
			chain.booked = committed;
		}
	}

	private Sample sample(boolean exits, Function<Chain, @Nullable Double> measure) {
		List<Double> values = new ArrayList<>();
		for (Chain chain : byCorrelation.values()) {
			Double value = chain.proposal != null && chain.exit == exits ? measure.apply(chain) : null;
			if (value != null) {
				values.add(value);
			}
		}
		return new Sample(values);
	}

	private Chain chain(String correlation) {
		return byCorrelation.computeIfAbsent(correlation, _ -> new Chain());
	}

	private static @Nullable Double millis(@Nullable Instant from, @Nullable Instant to) {
		return from == null || to == null ? null : Double.valueOf(Duration.between(from, to).toNanos() / 1e6);
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}
}
