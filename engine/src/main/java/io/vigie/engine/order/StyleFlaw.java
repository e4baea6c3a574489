package io.vigie.engine.order;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Trail;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a style, in sentences that name the field as people write it. */
final class StyleFlaw {

	private static final Set<OrderType> LIMITED = EnumSet.of(OrderType.LIMIT, OrderType.STOP_LIMIT);
	private static final Set<OrderType> STOPPED = EnumSet.of(OrderType.STOP, OrderType.STOP_LIMIT);
	private static final Set<TimeInForce> CRYPTO = EnumSet.of(TimeInForce.GTC, TimeInForce.IOC);
	private static final int CENTS = 2;
	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final OrderStyle style;
	private final Side side;

	private StyleFlaw(OrderStyle style, Side side) {
		this.style = style;
		this.side = side;
	}

	static Optional<String> of(OrderStyle style, Side side, AssetClass assetClass) {
		var flaw = new StyleFlaw(style, side);
		return first(() -> side == Side.SELL ? flaw.exit() : flaw.entry(),
				() -> flaw.price("limit_price", style.limitPrice(), LIMITED.contains(style.type())),
				() -> flaw.price("stop_price", style.stopPrice(), STOPPED.contains(style.type())),
				flaw::trail, flaw::crossed, () -> flaw.time(assetClass), flaw::amount, () -> flaw.fraction(assetClass));
	}

	static Optional<String> offGrid(OrderStyle style, Instrument instrument) {
		if (style.quantity() != null && !instrument.isOnLot(style.quantity())) {
			return Optional.of("The quantity must be a multiple of " + instrument.lotSize().toPlainString() + ".");
		}
		if (style.notional() != null && instrument.lotSize().compareTo(BigDecimal.ONE) >= 0) {
			return Optional.of("A notional buys fractions, and " + instrument.symbol() + " is bought in multiples of " + instrument.lotSize().toPlainString() + ".");
		}
		return prices(style).entrySet().stream().filter(it -> !instrument.isOnTick(it.getValue())).findFirst()
			.map(it -> "The " + it.getKey() + " must be a multiple of " + instrument.tickSize().toPlainString() + ".");
	}

	/** Of something that sells: a stop rests below the market, a target above it. */
	static Optional<String> offMarket(OrderStyle style, BigDecimal last) {
		Trail trail = style.trail();
		BigDecimal stop = trail == null ? style.stopPrice() : trail.stop(Side.SELL, last);
		String price = last.toPlainString() + ".";
		if (trail != null && stop != null && stop.signum() <= 0) {
			return Optional.of("The trail_price must be below the last price " + price);
		}
		if (stop != null && stop.compareTo(last) >= 0) {
			return Optional.of("The stop_price must be below the last price " + price);
		}
		BigDecimal target = style.takeProfit();
		return target == null || target.compareTo(last) > 0 ? Optional.empty() : Optional.of("The take_profit must be above the last price " + price);
	}

	private Optional<String> entry() {
		return style.takeProfit() == null ? Optional.empty() : Optional.of("An entry has no take_profit: risk sets its target.");
	}

	private Optional<String> exit() {
		boolean trails = style.type() == OrderType.TRAILING_STOP && style.takeProfit() == null;
		boolean oneOfTwo = STOPPED.contains(style.type()) && style.takeProfit() != null;
		if (!trails && !oneOfTwo) {
			return Optional.of("What is held is sold at market, by a trailing_stop (trail_price or trail_percent) or by an OCO (take_profit and stop_price).");
		}
		return style.takeProfit() == null || style.takeProfit().signum() > 0 ? Optional.empty() : Optional.of("The take_profit must be above zero.");
	}

	private Optional<String> price(String name, @Nullable BigDecimal price, boolean needed) {
		if (needed != (price != null)) {
			return Optional.of(who() + (needed ? " needs a " : " has no ") + name + ".");
		}
		return price == null || price.signum() > 0 ? Optional.empty() : Optional.of("The " + name + " must be above zero.");
	}

	private Optional<String> trail() {
		BigDecimal price = style.trailPrice();
		BigDecimal percent = style.trailPercent();
		if (style.type() != OrderType.TRAILING_STOP) {
			return price == null && percent == null ? Optional.empty() : Optional.of(who() + " has no " + (price == null ? "trail_percent" : "trail_price") + ".");
		}
		if ((price == null) == (percent == null)) {
			return Optional.of(who() + " needs either a trail_price or a trail_percent.");
		}
		if (price != null && price.signum() <= 0) {
			return Optional.of("The trail_price must be above zero.");
		}
		return percent == null || percent.signum() > 0 && percent.compareTo(HUNDRED) < 0 ? Optional.empty()
				: Optional.of("The trail_percent must be above 0 and below 100.");
	}

	/** A limit on the wrong side of its stop never fills where the stop was meant to. */
	private Optional<String> crossed() {
		BigDecimal limit = style.limitPrice();
		BigDecimal stop = style.stopPrice();
		if (limit == null || stop == null || limit.compareTo(stop) == 0) {
			return Optional.empty();
		}
		boolean below = limit.compareTo(stop) < 0;
		return below == (side == Side.SELL) ? Optional.empty()
				: Optional.of(who() + " can't fill with its limit_price " + (below ? "below" : "above") + " its stop_price.");
	}

	private Optional<String> time(AssetClass assetClass) {
		TimeInForce time = style.timeInForce();
		if (time == null) {
			return Optional.empty();
		}
		if (assetClass == AssetClass.CRYPTO && !CRYPTO.contains(time)) {
			return Optional.of("The time_in_force of crypto is gtc or ioc.");
		}
		boolean rests = style.type() == OrderType.TRAILING_STOP || STOPPED.contains(style.type());
		return rests && !OrderStyle.RESTING.contains(time) ? Optional.of(who() + " has a time_in_force of day or gtc.") : Optional.empty();
	}

	private Optional<String> amount() {
		BigDecimal quantity = style.quantity();
		BigDecimal notional = style.notional();
		if (side == Side.SELL && (quantity != null || notional != null)) {
			return Optional.of("All that is held is sold: an exit has no " + (quantity == null ? "notional." : "quantity."));
		}
		if (quantity != null && notional != null) {
			return Optional.of("An entry has a quantity or a notional, not both.");
		}
		if (notional != null && style.type() != OrderType.MARKET) {
			return Optional.of(who() + " has no notional: only a market entry is ordered by value.");
		}
		if (quantity != null && quantity.signum() <= 0) {
			return Optional.of("The quantity must be above zero.");
		}
		return notional == null || notional.signum() > 0 && notional.stripTrailingZeros().scale() <= CENTS ? Optional.empty()
				: Optional.of("The notional must be above zero, and in cents.");
	}

	/** Venues take fractions of a share for the day, and rest none behind a trail. */
	private Optional<String> fraction(AssetClass assetClass) {
		BigDecimal quantity = style.quantity();
		boolean fraction = assetClass == AssetClass.STOCK && (style.notional() != null || quantity != null && quantity.stripTrailingZeros().scale() > 0);
		if (fraction && style.type() == OrderType.TRAILING_STOP) {
			return Optional.of("The quantity of a trailing-stop entry must be whole shares.");
		}
		return fraction && style.timeInForce() != null && style.timeInForce() != TimeInForce.DAY
				? Optional.of("The time_in_force of a fraction of a share, or of a notional of shares, is day.") : Optional.empty();
	}

	private String who() {
		String type = style.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return "A " + type + (side == Side.SELL ? " exit" : " entry");
	}

	private static Map<String, BigDecimal> prices(OrderStyle style) {
		Map<String, BigDecimal> prices = new LinkedHashMap<>();
		putIfThere(prices, "limit_price", style.limitPrice());
		putIfThere(prices, "stop_price", style.stopPrice());
		putIfThere(prices, "trail_price", style.trailPrice());
		putIfThere(prices, "take_profit", style.takeProfit());
		return prices;
	}

	private static void putIfThere(Map<String, BigDecimal> prices, String name, @Nullable BigDecimal price) {
		if (price != null) {
			prices.put(name, price);
		}
	}

	@SafeVarargs
	private static Optional<String> first(Supplier<Optional<String>>... checks) {
		return Stream.of(checks).map(Supplier::get).flatMap(Optional::stream).findFirst();
	}
}
