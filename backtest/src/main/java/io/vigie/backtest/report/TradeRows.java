package io.vigie.backtest.report;

import io.vigie.engine.backtest.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Closed trades one by one: the first and the last of them where there are many, since a page is no file of trades. */
final class TradeRows {

	private static final int SHOWN = 50;

	private TradeRows() {
	}

	static Table of(List<Trade> closed) {
		boolean all = closed.size() <= 2 * SHOWN;
		Stream<Trade> shown = all ? closed.stream()
				: Stream.concat(closed.stream().limit(SHOWN), closed.stream().skip(closed.size() - SHOWN));
		return new Table("Trades", all ? "All " + closed.size() + " of them."
				: "The first and the last " + SHOWN + " of " + closed.size() + "; trades.csv has them all.",
				List.of("In", "at", "Out", "at", "Quantity", "Fees", "Profit", "%", "Why out"), shown.map(TradeRows::row).toList());
	}

	private static List<String> row(Trade trade) {
		Trade.Exit exit = Objects.requireNonNull(trade.exit());
		return List.of(Html.minute(trade.entryAt()), plain(trade.entryPrice()), Html.minute(exit.at()), plain(exit.price()),
				plain(trade.quantity()), plain(trade.fees()), plain(profit(trade)), String.format(Locale.ROOT, "%+.2f", percent(trade)),
				exit.cause().name().toLowerCase(Locale.ROOT));
	}

	/** Profit after fees in per cent of what the trade cost. */
	static double percent(Trade trade) {
		double cost = trade.cost().doubleValue();
		return cost == 0 ? 0 : 100 * profit(trade).doubleValue() / cost;
	}

	static BigDecimal profit(Trade trade) {
		return Objects.requireNonNull(trade.profit());
	}

	private static String plain(BigDecimal value) {
		return Html.grouped(value);
	}
}
