package io.vigie.executor.venue;

import io.vigie.common.venue.VenueActivityFields;
import io.vigie.common.venue.VenueDrift;
import io.vigie.common.venue.VenueFields;
import io.vigie.engine.order.Fill;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads entries of the account's history. A fill that can't be understood makes the answer unreadable, for nothing may be
 * concluded from a history with holes; of other entries those that can be understood are taken and the rest are named.
 */
final class ActivityJson {

	private final Symbols symbols;
	private final VenueDrift drift;
	private final Function<String, Optional<BigDecimal>> ordered;

	/** @param ordered how much an order is for, by its id */
	ActivityJson(Symbols symbols, VenueDrift drift, Function<String, Optional<BigDecimal>> ordered) {
		this.symbols = symbols;
		this.drift = drift;
		this.ordered = ordered;
	}

	/** Empty where it moved cash or units and does not say how many. */
	Optional<VenueActivity> read(JsonNode json) {
		var entry = new VenueActivityFields(json, drift);
		String id = entry.id();
		String kind = entry.kind();
		if (VenueActivityFields.FILL.equals(kind)) {
			return Optional.of(fill(entry, id));
		}
		return kind == null ? Optional.empty() : entry.movement(kind).map(it -> new VenueActivity(id, kind, it.at(), it.order(), ours(it.symbol()), null,
				it.amount(), it.quantity(), it.description()));
	}

	private VenueActivity fill(VenueActivityFields entry, String id) {
		VenueFields fields = entry.fields();
		String order = fields.needed("order_id");
		BigDecimal quantity = fields.neededDecimal("qty");
		var fill = new Fill(quantity, fields.neededDecimal("price"), entry.cumulative(ordered), entry.filledAt());
		String symbol = fields.text("symbol");
		if (symbol == null) {
			fields.lacks("symbol");
		}
		return new VenueActivity(id, VenueActivityFields.FILL, fill.at(), order, ours(symbol), fill, BigDecimal.ZERO, quantity, "");
	}

	private @Nullable String ours(@Nullable String symbol) {
		return symbol == null ? null : symbols.ours(symbol);
	}
}
