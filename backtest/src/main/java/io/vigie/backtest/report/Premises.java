package io.vigie.backtest.report;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a backtest takes for granted, and what it can't know, in sentences. */
final class Premises {

	private Premises() {
	}

	static List<String> assumed(Assumptions it) {
		String currency = it.instrument().quote();
		List<String> sentences = new ArrayList<>();
		sentences.add("It began with " + Html.grouped(it.capital()) + " " + currency
				+ " and no position; it only buys and sells again, it never sells short and never borrows.");
		sentences.add(switch (it.size()) {
			case PositionSize.Fixed(BigDecimal quantity) -> "Each entry buys " + Html.grouped(quantity) + " " + it.instrument().base() + ".";
			case PositionSize.OfEquity(BigDecimal part) -> "Each entry buys for " + percent(part) + " of the equity, cut to what cash pays for.";
			case PositionSize.ByGate gate -> "Each entry is sized and let through by the risk gate that also guards live trading; at most "
					+ percent(gate.limits().maxPosition()) + " of the capital in one position.";
		});
		sentences.add(switch (it.fees()) {
			case FeeModel.Flat(BigDecimal amount) -> amount.signum() == 0 ? "There are no fees."
					: "Every fill costs " + Html.grouped(amount) + " " + currency + ".";
			case FeeModel.MakerTaker(BigDecimal maker, BigDecimal taker) -> "A fill costs " + percent(taker)
					+ " of its value, " + percent(maker) + " where the order waited in the book.";
		});
		sentences.add(switch (it.slippage()) {
			case Slippage.BasisPoints(BigDecimal points) -> points.signum() == 0 ? "Orders fill at the price that was printed, with no slippage."
					: "Market orders and stops fill " + Html.grouped(points) + " basis points worse than the price that was printed.";
			case Slippage.VolumeImpact(BigDecimal impact) -> "Market orders and stops fill worse by " + Html.grouped(impact)
					+ " times the square of their share of the bar's volume.";
		});
		sentences.add("Decisions are taken when a bar has closed and reach the market " + (it.latency().isZero()
				? "without delay, before the next bar opens." : it.latency().toMillis() / 1000.0 + " s later."));
		sentences.add(stops(it.stops()));
		sentences.add("Prices lie on a grid of " + Html.grouped(it.instrument().tickSize()) + " " + currency + ", quantities on one of "
				+ Html.grouped(it.instrument().lotSize()) + " " + it.instrument().base() + "; all times are UTC.");
		return sentences;
	}

	private static String stops(Stops stops) {
		BigDecimal loss = stops.loss();
		BigDecimal profit = stops.profit();
		if (loss == null && profit == null) {
			return "There is no stop and no target.";
		}
		String distances = loss == null ? "A target " + percent(profit) + " above"
				: "A stop " + percent(loss) + " below" + (profit == null ? "" : " and a target " + percent(profit) + " above");
		String inMarket = distances + " the price that the signal saw, in the market ";
		String both = "; where one bar spans stop and target, the stop comes first.";
		return switch (stops.kind()) {
			case CLOSE -> distances + " the entry price, looked at when a bar closes and carried out at the next open.";
			case BRACKET -> inMarket + "as soon as the entry has filled" + both;
			case RESTING -> inMarket + "from the bar after the entry's on" + both;
		};
	}

	private static String percent(@Nullable BigDecimal fraction) {
		return fraction == null ? "" : Html.grouped(fraction.movePointRight(2)) + " %";
	}

	/** True of every backtest on bars, however good. */
	static List<String> unknown() {
		return List.of(
				"The past is one of the ways it could have gone, and the future is another: nothing here is a promise.",
				"How many other strategies, parameters, symbols and spans were looked at before this one. "
						+ "The best of many looks good by luck alone; sweeps made here are counted, what was tried elsewhere is not.",
				"What happened within a bar: whether the high or the low came first, how wide the spread was "
						+ "and how much could be traded at each price.",
				"What the orders themselves would have done to the market, beyond the slippage assumed.",
				"Halts, outages, rejected orders, margin calls, taxes, interest on cash, dividends and splits "
						+ "unless the data has been adjusted for them.",
				"Whether the data is what was known at the time: symbols that died are missing from most collections, "
						+ "and corrected prices are not the ones that were traded on.");
	}
}
