package io.vigie.common.venue;

import io.vigie.engine.market.Listing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An asset in Alpaca's words. What is not told stays unsaid, by name: of steps and least quantity only where the venue has them,
 * which is for crypto.
 */
public final class VenueAssetFields {

	private final VenueFields fields;
	private final JsonNode json;

	public VenueAssetFields(JsonNode json, VenueDrift drift) {
		this.json = json;
		this.fields = new VenueFields(json, "asset", drift);
	}

	/** @throws MissingField where it has none */
	public String symbol() {
		return fields.needed("symbol");
	}

	/** @param symbol what we call it */
	public Listing listing(String symbol) {
		boolean stepped = symbol.indexOf('/') > 0;
		return new Listing(symbol, tradable(), flag("fractionable"), flag("shortable"), positive("min_order_size", stepped),
				positive("min_trade_increment", stepped), positive("price_increment", stepped));
	}

	/** What is not active is not traded, whatever else is said of it; and what does not say whether it is traded is, where it is active. */
	private @Nullable Boolean tradable() {
		Boolean told = flag("tradable");
		String status = fields.text("status");
		if (status == null) {
			fields.lacks("status");
			return told;
		}
		return !status.equals("active") ? Boolean.FALSE : told == null ? Boolean.TRUE : told;
	}

	private @Nullable Boolean flag(String field) {
		JsonNode value = json.path(field);
		if (!value.isBoolean()) {
			fields.lacks(field);
			return null;
		}
		return value.booleanValue();
	}

	private @Nullable BigDecimal positive(String field, boolean wanted) {
		BigDecimal value = fields.decimal(field);
		if (value != null && value.signum() > 0) {
			return value;
		}
		if (wanted || fields.has(field)) {
			fields.lacks(field);
		}
		return null;
	}
}
