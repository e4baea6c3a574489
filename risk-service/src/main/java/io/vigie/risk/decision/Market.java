package io.vigie.risk.decision;

import io.vigie.engine.risk.Terms;
import io.vigie.risk.listing.ListingDesk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How things are traded: as our settings say, as far as the venue lets them. */
@Component
class Market {

	private final RiskSettings settings;
	private final ListingDesk listings;

	Market(RiskSettings settings, ListingDesk listings) {
		this.settings = settings;
		this.listings = listings;
	}

	/** Nothing where no setting covers the symbol: then it is nobody's to trade, whatever the venue says. */
	Optional<Terms> terms(String symbol) {
		return settings.terms(symbol).map(it -> listings.of(symbol).map(it::at).orElse(it));
	}
}
