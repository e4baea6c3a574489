package io.vigie.executor.venue;

import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What the venue can hold to protect a position. Legs at the venue need nobody to place them, so they are used wherever they
 * can be: not for fractions of a share, and not for crypto at the real Alpaca, which takes neither brackets nor plain stops for it.
 */
@Component
@EnableConfigurationProperties(LegSettings.class)
public final class VenueLegs {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final LegSettings settings;
	private final boolean plainCrypto;

	@Autowired
	VenueLegs(LegSettings settings, BrokerSettings broker) {
		this(settings, !broker.isAlpaca());
	}

	/** @param plainCrypto whether crypto takes brackets and stops like a share */
	VenueLegs(LegSettings settings, boolean plainCrypto) {
		this.settings = settings;
		this.plainCrypto = plainCrypto;
	}

	/** Whether an entry goes out with its legs. */
	public boolean atVenue(String symbol, BigDecimal quantity) {
		boolean crypto = Symbols.isCrypto(symbol);
		return switch (crypto ? settings.crypto() : settings.stocks()) {
			case VENUE -> true;
			case EXECUTOR -> false;
			case AUTO -> crypto ? plainCrypto : !isFraction(quantity);
		};
	}

	/** Why the venue takes neither a trailing stop nor an OCO for what is held; empty where it takes both. */
	public Optional<String> refusal(String symbol, BigDecimal held) {
		if (Symbols.isCrypto(symbol)) {
			return likeAShare() ? Optional.empty() : Optional.of("the venue takes neither trailing stops nor OCOs for crypto");
		}
		return isFraction(held) ? Optional.of("the venue takes neither trailing stops nor OCOs for " + held.toPlainString() + " " + symbol
				+ ", a fraction of a share") : Optional.empty();
	}

	private boolean likeAShare() {
		return plainCrypto && settings.crypto() != LegSettings.Holder.EXECUTOR;
	}

	private static boolean isFraction(BigDecimal quantity) {
		return quantity.stripTrailingZeros().scale() > 0;
	}

	/** How a stop by itself is written. Whoever wants the executor to hold crypto's gets what the real Alpaca gets: that is its rehearsal. */
	public Stop stop(String symbol, BigDecimal price) {
		if (!Symbols.isCrypto(symbol) || likeAShare()) {
			return new Stop(OrderType.STOP, null);
		}
		BigDecimal limit = price.multiply(HUNDRED.subtract(settings.slack())).divide(HUNDRED, price.scale(), RoundingMode.DOWN);
		return new Stop(OrderType.STOP_LIMIT, limit);
	}

	/** @param limit the least it sells at, where it has one */
	public record Stop(OrderType type, @Nullable BigDecimal limit) {
	}
}
