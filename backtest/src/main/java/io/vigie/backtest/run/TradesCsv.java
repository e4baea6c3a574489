package io.vigie.backtest.run;

import io.vigie.engine.backtest.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Trades as a table. The first seven columns are what other engines compare by: bar index and epoch second of entry and exit,
 * prices, and the profit per unit before fees. What an open position does not have yet is empty.
 */
public final class TradesCsv {

	private static final String HEADER = "entry_bar,entry_ts,entry_price,exit_bar,exit_ts,exit_price,pnl,"
			+ "quantity,entry_fee,exit_fee,profit,cause,entry_at,exit_at";

	private TradesCsv() {
	}

	/** @param decimals that prices have at least */
	public static void write(List<Trade> trades, int decimals, Appendable to) throws IOException {
		to.append(HEADER).append('\n');
		for (Trade trade : trades) {
			to.append(row(trade, decimals)).append('\n');
		}
	}

	private static String row(Trade trade, int decimals) {
		Trade.Exit exit = trade.exit();
		return String.join(",", Integer.toString(trade.entryBar()), Long.toString(trade.entryAt().getEpochSecond()),
				price(trade.entryPrice(), decimals), exit == null ? "" : Integer.toString(exit.bar()),
				exit == null ? "" : Long.toString(exit.at().getEpochSecond()), price(exit == null ? null : exit.price(), decimals),
				price(trade.profitPerUnit(), decimals), plain(trade.quantity()), plain(trade.entryFee()),
				plain(exit == null ? null : exit.fee()), plain(trade.profit()),
				exit == null ? "" : exit.cause().name().toLowerCase(Locale.ROOT), trade.entryAt().toString(),
				exit == null ? "" : exit.at().toString());
	}

	private static String price(@Nullable BigDecimal price, int decimals) {
		if (price == null) {
			return "";
		}
		BigDecimal stripped = price.stripTrailingZeros();
		return stripped.setScale(Math.max(decimals, stripped.scale())).toPlainString();
	}

	private static String plain(@Nullable BigDecimal value) {
		return value == null ? "" : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
	}
}
