package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.venue.FeeModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Says how much an entry buys and how it is protected, or why it buys nothing. */
final class Sizer {

	private static final int SCALE = 18;

	private final Assumptions assumptions;
	private final Purse purse;
	private final Worths worths;

	Sizer(Assumptions assumptions, Purse purse, Worths worths) {
		this.assumptions = assumptions;
		this.purse = purse;
		this.worths = worths;
	}

	/** Nothing or an entry; told apart by whether there is a quantity. */
	record Entry(BigDecimal quantity, Order.Legs legs, String objection) {

		static Entry of(BigDecimal quantity, Order.Legs legs) {
			return new Entry(quantity, legs, "");
		}

		static Entry none(String objection) {
			return new Entry(BigDecimal.ZERO, Order.Legs.NONE, objection);
		}
	}

	/**
	 * @param price last traded when it is decided
	 * @param past trades that are over
	 */
	Entry entry(Decision decision, Bar bar, BigDecimal price, List<Trade> past) {
		return assumptions.size() instanceof PositionSize.ByGate gate
				? GateKeeper.ask(gate, assumptions, purse.cash(), decision, bar, price, new GateKeeper.History(past, worths))
				: entry(bar, price);
	}

	/** Where nothing but the account decides. */
	Entry entry(Bar bar, BigDecimal price) {
		return switch (assumptions.size()) {
			case PositionSize.Fixed(BigDecimal quantity) -> Entry.of(quantity, legs(bar.close()));
			case PositionSize.OfEquity(BigDecimal fraction) -> {
				BigDecimal worth = purse.equity(price).multiply(fraction);
				BigDecimal quantity = instrument().onLot(worth.divide(price, SCALE, RoundingMode.DOWN));
				yield quantity.signum() > 0 ? Entry.of(quantity, legs(bar.close()))
						: Entry.none("Not even one lot of " + instrument().symbol() + " fits " + worth.toPlainString());
			}
			case PositionSize.ByGate _ -> throw new IllegalStateException("The gate has to know the decision");
		};
	}

	/** What of the quantity the cash pays for at that price; all, a part or nothing of it. */
	BigDecimal payable(BigDecimal quantity, BigDecimal price) {
		BigDecimal cost = quantity.multiply(price);
		BigDecimal cash = purse.cash();
		if (cost.add(assumptions.fees().worst(cost)).compareTo(cash) <= 0) {
			return quantity;
		}
		if (assumptions.size() instanceof PositionSize.Fixed) {
			return BigDecimal.ZERO;
		}
		BigDecimal left = switch (assumptions.fees()) {
			case FeeModel.Flat(BigDecimal amount) -> cash.subtract(amount).max(BigDecimal.ZERO).divide(price, SCALE, RoundingMode.DOWN);
			case FeeModel.MakerTaker(BigDecimal maker, BigDecimal taker) ->
				cash.divide(price.multiply(BigDecimal.ONE.add(maker.max(taker))), SCALE, RoundingMode.DOWN);
		};
		return instrument().onLot(left);
	}

	private Order.Legs legs(BigDecimal price) {
		Stops stops = assumptions.stops();
		return stops.kind() == Stops.Kind.CLOSE ? Order.Legs.NONE : new Order.Legs(stops.stopOf(price), stops.targetOf(price));
	}

	private Instrument instrument() {
		return assumptions.instrument();
	}
}
