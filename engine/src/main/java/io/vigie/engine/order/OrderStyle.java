package io.vigie.engine.order;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Trail;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How something is to be bought, where not at market and at once; or how what is held is to be sold: by a trailing stop, or by the
 * first of two orders (OCO), a stop or stop-limit with a target beside it.
 *
 * @param timeInForce how long it may take; none for what suits the symbol
 * @param limitPrice the most a unit may cost, the least it may sell at, for limits and stop-limits
 * @param stopPrice from which price on it buys or sells, for stops and stop-limits
 * @param trailPrice how far a trailing stop stays behind the best price, in quote currency
 * @param trailPercent the same, in percent of the best price
 * @param takeProfit the target beside a stop, which makes an OCO of both
 * @param quantity how much to buy at most; none for what risk means
 * @param notional how much to spend at most, in quote currency: the order goes out by value; none for by quantity
 */
public record OrderStyle(OrderType type, @Nullable TimeInForce timeInForce, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice,
		@Nullable BigDecimal trailPrice, @Nullable BigDecimal trailPercent, @Nullable BigDecimal takeProfit, @Nullable BigDecimal quantity,
		@Nullable BigDecimal notional) {

	static final Set<TimeInForce> RESTING = EnumSet.of(TimeInForce.DAY, TimeInForce.GTC);

	/** Of neither a trail nor an OCO. */
	public OrderStyle(OrderType type, @Nullable TimeInForce timeInForce, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice) {
		this(type, timeInForce, limitPrice, stopPrice, null, null, null);
	}

	/** Of as much as risk means. */
	public OrderStyle(OrderType type, @Nullable TimeInForce timeInForce, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice,
			@Nullable BigDecimal trailPrice, @Nullable BigDecimal trailPercent, @Nullable BigDecimal takeProfit) {
		this(type, timeInForce, limitPrice, stopPrice, trailPrice, trailPercent, takeProfit, null, null);
	}

	/** The same for so much at most: so many units, or so much money. */
	public OrderStyle of(@Nullable BigDecimal units, @Nullable BigDecimal money) {
		return new OrderStyle(type, timeInForce, limitPrice, stopPrice, trailPrice, trailPercent, takeProfit, units, money);
	}

	/** Why nobody could buy or sell in this way, in a sentence that names the field; empty where somebody could. */
	public Optional<String> flaw(Side side, AssetClass assetClass) {
		return StyleFlaw.of(this, side, assetClass);
	}

	/** The same, with the venue's grid. */
	public Optional<String> flaw(Side side, Instrument instrument) {
		return flaw(side, instrument.assetClass()).or(() -> StyleFlaw.offGrid(this, instrument));
	}

	/** Why what is held can't be sold in this way now, given the last price; empty where it can. */
	public Optional<String> flawAt(BigDecimal last) {
		return StyleFlaw.offMarket(this, last);
	}

	/** How far the stop stays behind; nothing where it does not trail. */
	public @Nullable Trail trail() {
		return Trail.of(trailPrice, trailPercent);
	}

	/** Whether it names an amount that these lots are too coarse for. */
	public boolean isFinerThan(Instrument instrument) {
		return notional != null || quantity != null && !instrument.isOnLot(quantity);
	}

	/** What a unit is reckoned at before it is bought: never less than it may cost by what is known. */
	public BigDecimal reckonedAt(BigDecimal last) {
		Trail trail = trail();
		if (trail != null) {
			return trail.stop(Side.BUY, last);
		}
		if (limitPrice != null) {
			return limitPrice;
		}
		return stopPrice == null ? last : stopPrice.max(last);
	}

	/** Whether a venue lets the legs of a bracket come along. */
	public static boolean canBringLegs(OrderType type, TimeInForce timeInForce) {
		return type != OrderType.TRAILING_STOP && RESTING.contains(timeInForce);
	}
}
