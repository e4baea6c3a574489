package io.vigie.backtest.command;

import io.vigie.backtest.run.CompletedRun;
import io.vigie.backtest.run.Plan;
import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Figures;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.backtest.Refusal;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.backtest.Trade;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run in a screenful. */
final class Summary {

	private static final int TRADES_SHOWN = 10;

	private final CompletedRun run;
	private final String currency;
	private final List<String> lines = new ArrayList<>();

	private Summary(CompletedRun run) {
		this.run = run;
		this.currency = run.plan().assumptions().instrument().quote();
	}

	static List<String> of(CompletedRun run) {
		Summary summary = new Summary(run);
		summary.subject();
		summary.figures(run.result().figures());
		summary.trades(run.result().trades());
		summary.warnings();
		return summary.lines;
	}

	/** What is assumed, in one line. */
	static String assumed(Plan plan) {
		Assumptions it = plan.assumptions();
		String size = switch (it.size()) {
			case PositionSize.Fixed(BigDecimal quantity) -> exact(quantity) + " " + it.instrument().base() + " a trade";
			case PositionSize.OfEquity(BigDecimal fraction) -> percent(fraction) + " of the equity a trade";
			case PositionSize.ByGate _ -> "sized by the risk gate";
		};
		String fees = switch (it.fees()) {
			case FeeModel.Flat(BigDecimal amount) -> amount.signum() == 0 ? "no fees" : exact(amount) + " " + it.instrument().quote() + " a fill";
			case FeeModel.MakerTaker(BigDecimal maker, BigDecimal taker) -> "fees " + (maker.compareTo(taker) == 0 ? "" : percent(maker) + "/")
					+ percent(taker);
		};
		String slippage = switch (it.slippage()) {
			case Slippage.BasisPoints(BigDecimal points) -> points.signum() == 0 ? "no slippage" : "slippage " + exact(points) + " bp";
			case Slippage.VolumeImpact(BigDecimal impact) -> "slippage by volume " + exact(impact);
		};
		Stops stops = it.stops();
		String protection = stops.isNone() ? "no stops"
				: (stops.loss() == null ? "" : "stop " + percent(stops.loss()) + " ") + (stops.profit() == null ? "" : "target "
						+ percent(stops.profit()) + " ") + "(" + stops.kind().name().toLowerCase(Locale.ROOT) + ")";
		return String.join(", ", exact(it.capital()) + " " + it.instrument().quote(), size, fees, slippage,
				it.latency().isZero() ? "no latency" : "latency " + it.latency().toMillis() + " ms",
				plan.fills() == Plan.Fills.NEXT_OPEN ? "fills at the next open" : "fills at the next print", protection);
	}

	private void subject() {
		lines.add(run.strategy() + " on " + run.plan().data().source());
		lines.add("%d bars of %s, %s to %s".formatted(run.bars().size(), run.plan().timeframe(), run.bars().getFirst().openAt(),
				run.bars().getLast().closeAt()));
		lines.add("Assumed: " + assumed(run.plan()));
		lines.add("");
	}

	private void figures(Figures it) {
		pair("Final equity", exactly(it.finalEquity()), "Trades closed", Integer.toString(it.trades()));
		pair("Return", percent(it.totalReturn()), "Win rate", percent(it.winRate()));
		pair("Buy and hold", percent(it.buyAndHold()), "Profit factor", ratio(it.profitFactor()));
		String tooShort = "n/a (less than %d days)".formatted(Figures.LEAST_DAYS);
		pair("CAGR", it.tooShortForAYear() ? tooShort : percent(it.cagr()), "Average trade", it.averageTrade() == null ? "-" : money(it.averageTrade()));
		pair("Max. drawdown", percent(it.maxDrawdown()), "Exposure", percent(it.exposure()));
		pair("Sharpe", ratio(it.sharpe()) + (it.sharpeError() == null ? "" : " ± " + ratio(it.sharpeError())), "Turnover", ratio(it.turnover()));
		pair("Sortino", ratio(it.sortino()), "Fees", money(it.fees()));
		pair("Calmar", it.tooShortForAYear() ? tooShort : ratio(it.calmar()), "Days", Long.toString(it.span().toDays()));
	}

	private void pair(String left, String leftValue, String right, String rightValue) {
		lines.add(String.format(Locale.ROOT, "  %-14s %25s     %-14s %20s", left, leftValue, right, rightValue));
	}

	private void trades(List<Trade> trades) {
		if (trades.isEmpty()) {
			lines.add("");
			lines.add("No trades.");
			return;
		}
		lines.add("");
		lines.add(String.format(Locale.ROOT, "  %8s %-17s %14s   %8s %-17s %14s %14s  %s", "bar", "bought", "at", "bar", "sold", "at",
				"profit", "by"));
		int from = Math.max(0, trades.size() - TRADES_SHOWN);
		if (from > 0) {
			lines.add("  … " + from + " before these");
		}
		trades.subList(from, trades.size()).forEach(it -> lines.add(row(it)));
	}

	private static String row(Trade it) {
		Trade.Exit exit = it.exit();
		BigDecimal profit = it.profit();
		String bought = String.format(Locale.ROOT, "  %8d %-17s %14s   ", it.entryBar(), minute(it.entryAt()), it.entryPrice().toPlainString());
		return exit == null || profit == null ? bought + "   still open"
				: bought + String.format(Locale.ROOT, "%8d %-17s %14s %14s  %s", exit.bar(), minute(exit.at()), exit.price().toPlainString(),
						rounded(profit), exit.cause().name().toLowerCase(Locale.ROOT));
	}

	private void warnings() {
		List<Refusal> refusals = run.result().refusals();
		if (!refusals.isEmpty()) {
			lines.add("Entries refused: " + refusals.size() + "; the first at bar " + refusals.getFirst().bar() + ": "
					+ refusals.getFirst().reason() + ".");
		}
		List<String> leftOut = run.plan().data().leftOut();
		leftOut.stream().limit(3).forEach(it -> lines.add("Left out: " + it + "."));
		if (leftOut.size() > 3) {
			lines.add("Left out: " + (leftOut.size() - 3) + " more rows.");
		}
		Assumptions it = run.plan().assumptions();
		if (it.fees().worst(it.capital()).signum() == 0 && it.slippage().equals(Slippage.NONE)) {
			lines.add("Neither fees nor slippage are assumed: nobody trades for free, see --fees and --slippage.");
		}
	}

	private static String minute(Instant at) {
		return at.toString().substring(0, 16).replace('T', ' ');
	}

	private String money(BigDecimal value) {
		return String.format(Locale.ROOT, "%,.2f %s", value.setScale(2, RoundingMode.HALF_EVEN), currency);
	}

	/** To the last digit, as it is compared with what other engines say. */
	private String exactly(BigDecimal value) {
		return String.format(Locale.ROOT, "%,." + Math.clamp(value.stripTrailingZeros().scale(), 2, 9) + "f %s", value, currency);
	}

	private static String percent(@Nullable BigDecimal fraction) {
		if (fraction == null) {
			return "-";
		}
		BigDecimal percent = fraction.movePointRight(2);
		return exact(percent.setScale(Math.min(Math.max(percent.stripTrailingZeros().scale(), 0), 4), RoundingMode.HALF_EVEN)) + " %";
	}

	private static String ratio(@Nullable BigDecimal value) {
		return value == null ? "-" : value.setScale(3, RoundingMode.HALF_EVEN).toPlainString();
	}

	private static String rounded(BigDecimal value) {
		return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
	}

	private static String exact(BigDecimal value) {
		return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
	}
}
