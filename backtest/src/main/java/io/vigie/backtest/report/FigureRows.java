package io.vigie.backtest.report;

import io.vigie.engine.backtest.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a backtest, each with what it means and where that is from. */
final class FigureRows {

	private final String currency;
	private final List<List<String>> rows = new ArrayList<>();

	private FigureRows(String currency) {
		this.currency = currency;
	}

	static Table of(Figures it, String currency) {
		FigureRows rows = new FigureRows(currency);
		rows.money("Final equity", it.finalEquity(), "Cash, and what is held at the last close");
		rows.money("Profit", it.profit(), "Final equity less capital");
		rows.percent("Return", it.totalReturn(), "Profit over capital");
		rows.percent("Buy and hold", it.buyAndHold(), "The price from the first open to the last close, without costs");
		String tooShort = "n/a (less than %d days)".formatted(Figures.LEAST_DAYS);
		rows.add("CAGR", it.tooShortForAYear() ? tooShort : percentOrNone(it.cagr()),
				"Compound annual growth rate: (final / capital)^(1 / years) − 1; a year has 365.25 days. Of less than a year there is none (GIPS 2020)");
		rows.percent("Maximum drawdown", it.maxDrawdown(),
				"Deepest fall of the equity from its highest close before, over that (Magdon-Ismail and Atiya 2004)");
		rows.plain("Sharpe ratio", it.sharpe(),
				"Mean return over its sample deviation, bar by bar, per year, against a rate of zero (Sharpe 1994)");
		rows.plain("Its standard error", it.sharpeError(), "If returns are independent (Lo 2002): a ratio within twice that of zero shows nothing");
		rows.plain("Sortino ratio", it.sortino(),
				"Mean return over the root of the mean square of negative returns, per year (Sortino and Price 1994)");
		rows.add("Calmar ratio", it.tooShortForAYear() ? tooShort : plainOrNone(it.calmar()), "CAGR over maximum drawdown, over the whole span (Young 1991)");
		rows.add("Trades", Integer.toString(it.trades()), "Closed ones");
		rows.percent("Win rate", it.winRate(), "Closed trades with a profit after fees");
		rows.plain("Profit factor", it.profitFactor(), "Profits of winners over losses of losers, after fees (Schwager 1984)");
		rows.money("Average trade", it.averageTrade(), "Profit of a closed trade after fees");
		rows.percent("Exposure", it.exposure(), "Bars at whose close something was held");
		rows.plain("Turnover", it.turnover(),
				"The lesser of bought and sold, over the average equity (SEC Form N-1A, item 13), over the whole span");
		rows.money("Fees", it.fees(), "Paid in all");
		rows.add("Bars", Integer.toString(it.bars()), "Each decided on once it had closed");
		return new Table("Figures", "“–” where a figure isn't defined, as a ratio to a loss where nothing was lost.",
				List.of("Figure", "Value", "Definition"), rows.rows);
	}

	private void money(String name, @Nullable BigDecimal value, String meaning) {
		add(name, value == null ? "–" : money(value, currency), meaning);
	}

	private void percent(String name, @Nullable BigDecimal fraction, String meaning) {
		add(name, percentOrNone(fraction), meaning);
	}

	private void plain(String name, @Nullable BigDecimal value, String meaning) {
		add(name, plainOrNone(value), meaning);
	}

	private static String percentOrNone(@Nullable BigDecimal fraction) {
		return fraction == null ? "–" : percent(fraction);
	}

	private static String plainOrNone(@Nullable BigDecimal value) {
		return value == null ? "–" : value.setScale(3, RoundingMode.HALF_EVEN).toPlainString();
	}

	private void add(String name, String value, String meaning) {
		rows.add(List.of(name, value, meaning));
	}

	static String money(BigDecimal value, String currency) {
		return Html.grouped(value.setScale(2, RoundingMode.HALF_EVEN)) + " " + currency;
	}

	static String percent(BigDecimal fraction) {
		return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " %";
	}
}
