package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Listing;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On which grid, and at which cost, an instrument is traded.
 *
 * @param listing what the venue says of it; none while it has said nothing, then all of it is as somebody has set it
 */
public record Terms(Instrument instrument, Costs costs, @Nullable Listing listing) {

	/** Of a venue that has said nothing. */
	public Terms(Instrument instrument, Costs costs) {
		this(instrument, costs, null);
	}

	/** The same, as far as the venue lets it be. */
	public Terms at(Listing listing) {
		return new Terms(listing.narrowed(instrument), costs, listing);
	}

	/** The same in lots as fine as the venue's, for whoever names an amount. */
	public Terms refined() {
		return listing == null ? this : new Terms(listing.refined(instrument), costs, listing);
	}

	/** Whether the venue has said that it does not trade it. */
	public boolean isRefused() {
		return Boolean.FALSE.equals(tradable());
	}

	/** Nothing where the venue has not said. */
	@Nullable Boolean tradable() {
		return listing == null ? null : listing.tradable();
	}

	/** In base units; zero where the venue names none. */
	public BigDecimal leastQuantity() {
		return listing == null ? BigDecimal.ZERO : Objects.requireNonNullElse(listing.leastQuantity(), BigDecimal.ZERO);
	}
}
