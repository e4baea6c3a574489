package io.vigie.backtest.report;

import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.EquityPoint;
import io.vigie.engine.backtest.Figures;
import io.vigie.engine.backtest.Trade;
import io.vigie.engine.market.Bar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A backtest as one HTML file that needs nothing else: pictures, styles and script are in it, and it forbids itself the network. */
public final class Report {

	private Report() {
	}

	/**
	 * The whole file, encoded in UTF-8 when written.
	 *
	 * @param verdict whether to believe it, with the evidence
	 * @param more sections that go before the assumptions: what else was found out about the same strategy
	 */
	public static String html(Subject subject, Table verdict, List<Table> more) {
		BacktestResult result = subject.result();
		String currency = result.assumptions().instrument().quote();
		List<Trade> closed = result.trades().stream().filter(it -> !it.isOpen()).toList();
		String title = subject.strategy() + " on " + result.assumptions().instrument().symbol();
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
				<title>%s</title>
				<style>
				%s</style>
				</head>
				<body><main>
				<header><h1>%s</h1><p>%s</p></header>
				%s%s%s%s%s%s%s%s%s%s%s
				<footer>Made by Vigie. Past results promise nothing.</footer>
				</main>
				<script>
				%s</script>
				</body>
				</html>
				""".formatted(Html.escape(title), resource("report.css"), Html.escape(title), Html.escape(span(subject)),
				tiles(result.figures(), currency), section(verdict.title().endsWith("promoted") ? "verdict promoted" : "verdict", verdict), pictures(subject), months(result), distribution(closed),
				section("", FigureRows.of(result.figures(), currency)),
				more.stream().map(Table::html).collect(Collectors.joining()),
				list("Assumed", "section", Premises.assumed(result.assumptions())), refused(result),
				list("What a backtest can't know", "section class=\"warning\"", Premises.unknown()), trades(closed), resource("report.js"));
	}

	private static String span(Subject subject) {
		Bar first = subject.bars().getFirst();
		return "%s, %d bars of %s from %s to %s (UTC)".formatted(subject.data(), subject.bars().size(), first.timeframe(),
				Html.minute(first.openAt()), Html.minute(subject.bars().getLast().closeAt()));
	}

	private static String tiles(Figures figures, String currency) {
		return "<ul class=\"tiles\">" + tile("Return", FigureRows.percent(figures.totalReturn()), figures.totalReturn())
				+ tile("Buy and hold", FigureRows.percent(figures.buyAndHold()), figures.buyAndHold())
				+ tile("Maximum drawdown", FigureRows.percent(figures.maxDrawdown()), BigDecimal.ZERO)
				+ tile("Sharpe ratio", figures.sharpe() == null ? "–" : Html.number(figures.sharpe().doubleValue()), BigDecimal.ZERO)
				+ tile("Trades", Integer.toString(figures.trades()), BigDecimal.ZERO)
				+ tile("Fees", FigureRows.money(figures.fees(), currency), BigDecimal.ZERO) + "</ul>\n";
	}

	private static String tile(String name, String value, BigDecimal sign) {
		String style = sign.signum() == 0 ? "" : sign.signum() > 0 ? "gain" : "pain";
		return "<li><span>%s</span><strong class=\"%s\">%s</strong></li>".formatted(name, style, Html.escape(value));
	}

	private static String pictures(Subject subject) {
		Pictures pictures = new Pictures(subject);
		return pictures.price().html() + pictures.equity().html() + pictures.drawdown().html();
	}

	private static String months(BacktestResult result) {
		List<EquityPoint> equity = result.equity();
		return "<section><h2>Months</h2><p class=\"note\">What the equity made in each month, in per cent, costs included.</p>"
				+ "<div class=\"scroll\">" + new Months(result.assumptions().capital(), equity).html() + "</div></section>\n";
	}

	private static String distribution(List<Trade> closed) {
		if (closed.isEmpty()) {
			return "<section><h2>Distribution of trades</h2><p class=\"note\">No trade was closed.</p></section>\n";
		}
		return "<figure><figcaption><h2>Distribution of trades</h2>"
				+ "<p>How many trades made how much, after fees, in per cent of what they cost</p>"
				+ "</figcaption><div class=\"plot\">"
				+ new Histogram(closed.stream().mapToDouble(TradeRows::percent).toArray()).html() + "</div></figure>\n";
	}

	private static String trades(List<Trade> closed) {
		Table table = TradeRows.of(closed);
		return closed.isEmpty() ? ""
				: "<section><details><summary><h2>%s</h2></summary><p class=\"note\">%s</p>%s</details></section>%n".formatted(table.title(),
						table.note(), table.table(""));
	}

	private static String refused(BacktestResult result) {
		int refusals = result.refusals().size();
		return refusals == 0 ? ""
				: list("Entries refused: " + refusals, "section",
						result.refusals().stream().limit(20).map(it -> Html.minute(it.at()) + ": " + it.reason()).toList());
	}

	private static String section(String style, Table table) {
		return "<section class=\"%s\"><h2>%s</h2><p class=\"note\">%s</p>%s</section>%n".formatted(style, Html.escape(table.title()),
				Html.escape(table.note()), table.table("figures"));
	}

	private static String list(String title, String element, List<String> sentences) {
		return "<%s><h2>%s</h2><ul>%s</ul></section>%n".formatted(element, Html.escape(title),
				sentences.stream().map(it -> "<li>" + Html.escape(it) + "</li>").collect(Collectors.joining("\n")));
	}

	private static String resource(String name) {
		try (InputStream in = Report.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("The report's " + name + " is missing from the build");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
