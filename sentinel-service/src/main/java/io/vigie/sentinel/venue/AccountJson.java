package io.vigie.sentinel.venue;

import io.vigie.common.venue.MissingField;
import io.vigie.common.venue.VenueActivityFields;
import io.vigie.common.venue.VenueDrift;
import io.vigie.common.venue.VenueFields;
import io.vigie.common.venue.VenueOrderFields;
import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads orders and activities. Only what an event means nothing without is required, and what is missed is missed by name. */
@Component
final class AccountJson {

	private final Names names;
	private final VenueDrift drift;

	AccountJson(Names names, VenueDrift drift) {
		this.names = names;
		this.drift = drift;
	}

	VenueFields fields(JsonNode node, String of) {
		return new VenueFields(node, of, drift);
	}

	/** @throws MissingField where it can't be understood: an order that does not say how much has filled has not filled nothing */
	VenueOrder order(JsonNode node) {
		var order = new VenueOrderFields(node, "order", drift);
		VenueFields fields = order.fields();
		BigDecimal filled = order.filled();
		Instant updatedAt = order.updatedAt();
		if (filled == null || updatedAt == null) {
			throw fields.missing(filled == null ? "filled_qty" : "updated_at");
		}
		BigDecimal average = fields.decimal("filled_avg_price");
		if (average == null && filled.signum() > 0) {
			fields.lacks("filled_avg_price");
		}
		return new VenueOrder(fields.needed("id"), order.clientOrderId(), names.ours(fields.needed("symbol")), order.side(), order.type(),
				Objects.requireNonNullElse(order.quantity(), filled), filled, average, order.status(), updatedAt, fields.textOrNull("replaces"));
	}

	/**
	 * Never throws but for a missing id.
	 *
	 * @param ordered how much an order is for, by its id
	 */
	Activity activity(JsonNode node, Function<String, Optional<BigDecimal>> ordered) {
		var entry = new VenueActivityFields(node, drift);
		String id = entry.id();
		try {
			return readable(entry, id, ordered);
		}
		catch (MissingField e) {
			return new Activity.Unreadable(id, Objects.requireNonNullElse(VenueActivityFields.timeOf(id), Instant.EPOCH), String.valueOf(e.getMessage()));
		}
	}

	private Activity readable(VenueActivityFields entry, String id, Function<String, Optional<BigDecimal>> ordered) {
		VenueFields fields = entry.fields();
		String kind = entry.kind();
		if (kind == null) {
			throw fields.missing("activity_type");
		}
		if (!kind.equals(VenueActivityFields.FILL)) {
			VenueActivityFields.Movement moved = entry.movement(kind).orElseThrow(() -> fields.missing("net_amount or qty"));
			return new Activity.Other(id, moved.at(), kind, moved.symbol() == null ? null : names.ours(moved.symbol()), moved.amount(),
					moved.quantity(), moved.order(), moved.description());
		}
		String order = fields.needed("order_id");
		BigDecimal cumulative = entry.cumulative(ordered);
		return new Activity.Fill(id, entry.filledAt(), order, names.ours(fields.needed("symbol")), side(fields),
				fields.neededDecimal("qty"), fields.neededDecimal("price"), cumulative, leaves(fields, order, cumulative, ordered));
	}

	/** Where nobody says how much is left, the entry's own word tells whether anything is. */
	private static BigDecimal leaves(VenueFields fields, String order, BigDecimal cumulative, Function<String, Optional<BigDecimal>> ordered) {
		BigDecimal leaves = fields.decimal("leaves_qty");
		if (leaves != null) {
			return leaves;
		}
		fields.lacks("leaves_qty");
		return ordered.apply(order).map(it -> it.subtract(cumulative).max(BigDecimal.ZERO)).orElse(BigDecimal.ZERO);
	}

	/** {@code sell_short} and its like are sales. */
	private static Side side(VenueFields fields) {
		String word = fields.needed("side");
		if (!word.startsWith("sell") && !word.startsWith("buy")) {
			throw fields.missing("side");
		}
		return word.startsWith("sell") ? Side.SELL : Side.BUY;
	}
}
