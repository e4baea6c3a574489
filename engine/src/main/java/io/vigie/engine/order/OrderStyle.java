package io.vigie.engine.order;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is to be bought, where not at market and at once.
 *
 * @param timeInForce how long it may take; none for what suits the symbol
 * @param limitPrice the most a unit may cost, for limits and stop-limits
 * @param stopPrice from which price on it buys, for stops and stop-limits
 */
public record OrderStyle(OrderType type, @Nullable TimeInForce timeInForce, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice) {

	private static final Set<OrderType> LIMITED = EnumSet.of(OrderType.LIMIT, OrderType.STOP_LIMIT);
	private static final Set<OrderType> STOPPED = EnumSet.of(OrderType.STOP, OrderType.STOP_LIMIT);
	private static final Set<TimeInForce> RESTING = EnumSet.of(TimeInForce.DAY, TimeInForce.GTC);
	private static final Set<TimeInForce> CRYPTO = EnumSet.of(TimeInForce.GTC, TimeInForce.IOC);

	/** Why nobody could buy in this way, in a sentence; empty where somebody could. */
	public Optional<String> flaw(Instrument instrument) {
		if (type == OrderType.TRAILING_STOP) {
			return Optional.of("An entry can't trail the price.");
		}
		return price("limit_price", limitPrice, LIMITED.contains(type), instrument)
			.or(() -> price("stop_price", stopPrice, STOPPED.contains(type), instrument)).or(this::crossed).or(() -> time(instrument));
	}

	private Optional<String> price(String name, @Nullable BigDecimal price, boolean needed, Instrument instrument) {
		if (needed != (price != null)) {
			return Optional.of("A " + words() + " entry " + (needed ? "needs a " : "has no ") + name + ".");
		}
		return price == null || price.signum() > 0 && instrument.isOnTick(price) ? Optional.empty()
				: Optional.of("The " + name + " must be above zero and a multiple of " + instrument.tickSize().toPlainString() + ".");
	}

	private Optional<String> crossed() {
		return limitPrice == null || stopPrice == null || limitPrice.compareTo(stopPrice) >= 0 ? Optional.empty()
				: Optional.of("A stop-limit entry can't fill with its limit_price below its stop_price.");
	}

	private Optional<String> time(Instrument instrument) {
		if (timeInForce == null) {
			return Optional.empty();
		}
		if (instrument.assetClass() == AssetClass.CRYPTO && !CRYPTO.contains(timeInForce)) {
			return Optional.of("Crypto is bought gtc or ioc.");
		}
		return STOPPED.contains(type) && !RESTING.contains(timeInForce) ? Optional.of("A " + words() + " entry is day or gtc.") : Optional.empty();
	}

	private String words() {
		return type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
	}

	/** What a unit is reckoned at before it is bought: never less than it may cost by what is known. */
	public BigDecimal reckonedAt(BigDecimal last) {
		if (limitPrice != null) {
			return limitPrice;
		}
		return stopPrice == null ? last : stopPrice.max(last);
	}

	/** Whether a venue lets the legs of a bracket come along. */
	public static boolean canBringLegs(TimeInForce timeInForce) {
		return RESTING.contains(timeInForce);
	}
}
