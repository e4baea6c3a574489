package io.vigie.executor.price;

import io.vigie.engine.market.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the venue says prices must be a multiple of. Where it has said nothing, prices stay as they are. Thread-safe. */
@Component
public class PriceSteps {

	private final Map<String, BigDecimal> steps = new ConcurrentHashMap<>();

	/** What it does not speak of stays as it was. */
	public void saw(Listing listing) {
		BigDecimal step = listing.priceStep();
		if (step != null) {
			steps.put(listing.symbol(), step);
		}
	}

	/** The nearest price on the venue's grid that is not above this one; one that would be nothing stays, for the venue to refuse. */
	public BigDecimal down(String symbol, BigDecimal price) {
		BigDecimal step = steps.get(symbol);
		if (step == null || price.remainder(step).signum() == 0) {
			return price;
		}
		BigDecimal below = price.divide(step, 0, RoundingMode.DOWN).multiply(step);
		return below.signum() > 0 ? below : price;
	}

	/** The same for a price that may be none. */
	public @Nullable BigDecimal downOrNone(String symbol, @Nullable BigDecimal price) {
		return price == null ? null : down(symbol, price);
	}
}
