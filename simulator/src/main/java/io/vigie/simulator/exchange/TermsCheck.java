package io.vigie.simulator.exchange;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an order makes sense by itself, apart from what the account can afford. */
final class TermsCheck {

	private static final Set<Kind> CRYPTO_KINDS = Set.of(Kind.MARKET, Kind.LIMIT, Kind.STOP_LIMIT);

	private TermsCheck() {
	}

	static void check(Instrument instrument, Terms terms, OrderClass orderClass) {
		checkAmount(instrument, terms);
		checkPrices(instrument, terms, orderClass);
		checkTimeInForce(instrument, terms, orderClass);
	}

	/** Which kinds and classes the asset takes, and what each class must bring. */
	static void checkClass(Instrument instrument, Command.Place place, boolean cryptoBrackets) {
		OrderClass orderClass = place.orderClass();
		if (instrument.assetClass() == AssetClass.CRYPTO && !cryptoBrackets) {
			require(orderClass == OrderClass.SIMPLE, "crypto orders not allowed for advanced order_class: " + orderClass.wire());
			require(CRYPTO_KINDS.contains(place.terms().kind()), "invalid order type for crypto order");
		}
		boolean profit = place.takeProfit() != null;
		boolean loss = place.stopLoss() != null;
		switch (orderClass) {
			case SIMPLE -> require(!profit && !loss, "take_profit and stop_loss need an order_class");
			case BRACKET, OCO -> {
				demand(profit, orderClass.wire() + " orders require take_profit.limit_price");
				demand(loss, orderClass.wire() + " orders require stop_loss.stop_price");
			}
			case OTO -> demand(profit != loss, "oto orders require either take_profit or stop_loss");
		}
		if (orderClass != OrderClass.SIMPLE) {
			require(place.terms().quantity() != null, orderClass.wire() + " orders require qty");
			require(orderClass != OrderClass.OCO || place.terms().kind() == Kind.LIMIT, "oco orders must be of type limit");
			require(orderClass != OrderClass.OCO || place.terms().side() == Side.SELL, "oco orders must be exit orders");
			require(place.terms().kind() != Kind.TRAILING_STOP, "trailing stop orders must be simple");
		}
	}

	/** @param base what the exits are measured against */
	static void checkExits(Instrument instrument, Command.Place place, BigDecimal base) {
		BigDecimal profit = place.takeProfit();
		Command.StopLoss loss = place.stopLoss();
		checkPrice(instrument, "take_profit.limit_price", profit);
		checkPrice(instrument, "stop_loss.stop_price", loss == null ? null : loss.stop());
		checkPrice(instrument, "stop_loss.limit_price", loss == null ? null : loss.limit());
		if (place.terms().side() == Side.SELL || place.orderClass() == OrderClass.OCO) {
			require(profit == null || loss == null || profit.compareTo(loss.stop()) > 0,
					"take_profit.limit_price must be > stop_loss.stop_price");
			return;
		}
		require(profit == null || profit.compareTo(base.add(instrument.tickSize())) >= 0,
				"take_profit.limit_price must be >= base_price + 0.01");
		require(loss == null || loss.stop().compareTo(base.subtract(instrument.tickSize())) <= 0,
				"stop_loss.stop_price must be <= base_price - 0.01");
	}

	private static void checkAmount(Instrument instrument, Terms terms) {
		BigDecimal quantity = terms.quantity();
		BigDecimal notional = terms.notional();
		demand(quantity != null || notional != null, "qty or notional is required");
		demand(quantity == null || notional == null, "only one of qty or notional is accepted");
		require(quantity == null || quantity.signum() > 0, "qty must be > 0");
		require(quantity == null || instrument.isOnLot(quantity), "qty must be a multiple of "
				+ instrument.lotSize().toPlainString());
		require(notional == null || notional.signum() > 0, "notional must be > 0");
		require(notional == null || notional.stripTrailingZeros().scale() <= 2, "notional value must be limited to 2 decimal places");
		require(notional == null || terms.kind() == Kind.MARKET, "notional is only for market orders");
	}

	private static void checkPrices(Instrument instrument, Terms terms, OrderClass orderClass) {
		demand(!terms.kind().hasLimit() || terms.limitPrice() != null || orderClass == OrderClass.OCO,
				"limit orders require limit price");
		demand(!terms.kind().hasStop() || terms.stopPrice() != null, "stop orders require stop price");
		demand(terms.kind().hasLimit() || terms.limitPrice() == null, terms.kind().wire() + " orders must not have limit price");
		demand(terms.kind().hasStop() || terms.stopPrice() == null, terms.kind().wire() + " orders must not have stop price");
		boolean trails = (terms.trailPrice() == null) != (terms.trailPercent() == null);
		demand(terms.kind() != Kind.TRAILING_STOP || trails, "trailing stop orders require either trail_price or trail_percent");
		checkPrice(instrument, "limit_price", terms.limitPrice());
		checkPrice(instrument, "stop_price", terms.stopPrice());
		require(terms.trailPrice() == null || terms.trailPrice().signum() > 0, "trail_price must be > 0");
		require(terms.trailPercent() == null || terms.trailPercent().signum() > 0, "trail_percent must be > 0");
	}

	private static void checkTimeInForce(Instrument instrument, Terms terms, OrderClass orderClass) {
		TimeInForce timeInForce = terms.timeInForce();
		require(orderClass == OrderClass.SIMPLE || timeInForce == TimeInForce.DAY || timeInForce == TimeInForce.GTC,
				orderClass.wire() + " orders must be day or gtc");
		require(!terms.extendedHours() || terms.kind() == Kind.LIMIT && timeInForce == TimeInForce.DAY,
				"extended hours order must be DAY limit orders");
		if (instrument.assetClass() == AssetClass.CRYPTO) {
			require(timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.IOC, "invalid crypto time_in_force");
			require(!terms.extendedHours(), "crypto orders do not support extended hours");
			return;
		}
		require(!timeInForce.isAuction() || terms.kind() == Kind.MARKET || terms.kind() == Kind.LIMIT,
				timeInForce.wire() + " orders must be market or limit orders");
		require(terms.kind() != Kind.TRAILING_STOP || timeInForce == TimeInForce.DAY || timeInForce == TimeInForce.GTC,
				"trailing stop orders must be day or gtc");
		checkFraction(terms, orderClass);
	}

	private static void checkFraction(Terms terms, OrderClass orderClass) {
		BigDecimal quantity = terms.quantity();
		boolean fractional = quantity == null || quantity.stripTrailingZeros().scale() > 0;
		require(!fractional || orderClass == OrderClass.SIMPLE, "fractional orders must be simple orders");
		require(!fractional || terms.timeInForce() == TimeInForce.DAY, "fractional orders must be DAY orders");
		require(!fractional || terms.kind() != Kind.TRAILING_STOP, "fractional orders must not be trailing stop orders");
	}

	private static void checkPrice(Instrument instrument, String name, @Nullable BigDecimal price) {
		require(price == null || price.signum() > 0, name + " must be > 0");
		require(price == null || instrument.isOnTick(price), "invalid " + name + " "
				+ (price == null ? "" : price.toPlainString())
				+ ". sub-penny increment does not fulfill minimum pricing criteria");
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw Refused.invalid(otherwise);
		}
	}

	private static void demand(boolean holds, String otherwise) {
		if (!holds) {
			throw Refused.unacceptable(otherwise);
		}
	}
}
