package io.vigie.backtest.report;

import io.vigie.engine.backtest.EquityPoint;
import io.vigie.engine.backtest.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What of a backtest is drawn over time. */
final class Pictures {

	/** More entries and exits than that would hide the price. */
	private static final int MOST_TRADES = 400;

	private final Subject subject;
	private final long[] at;

	Pictures(Subject subject) {
		this.subject = subject;
		at = subject.bars().stream().mapToLong(it -> it.openAt().getEpochSecond()).toArray();
	}

	Chart price() {
		List<Trade> trades = subject.result().trades();
		List<Trade> drawn = drawn(trades);
		List<Line> lines = new ArrayList<>();
		lines.add(line("Close", "price", subject.bars().stream().mapToDouble(it -> it.close().doubleValue()).toArray(), Line.Shape.LINE));
		List<Trade> closed = drawn.stream().filter(it -> !it.isOpen()).toList();
		strokes(lines, "Trade with a profit", "won", closed.stream().filter(it -> TradeRows.profit(it).signum() > 0).toList());
		strokes(lines, "Trade with a loss", "lost", closed.stream().filter(it -> TradeRows.profit(it).signum() <= 0).toList());
		spots(lines, "Entry (round)", "entry", drawn.stream().mapToLong(it -> it.entryAt().getEpochSecond()),
				drawn.stream().mapToDouble(it -> it.entryPrice().doubleValue()).toArray());
		spots(lines, "Exit (square)", "exit", closed.stream().mapToLong(it -> exit(it).at().getEpochSecond()),
				closed.stream().mapToDouble(it -> exit(it).price().doubleValue()).toArray());
		String note = drawn.size() == trades.size() ? "Closes, with every entry and exit"
				: "Closes, with %d of %d trades, evenly chosen".formatted(drawn.size(), trades.size());
		return new Chart("Price and trades", note, "", lines);
	}

	Chart equity() {
		double capital = subject.result().assumptions().capital().doubleValue();
		double firstOpen = subject.bars().getFirst().open().doubleValue();
		double[] held = subject.bars().stream().mapToDouble(it -> capital * it.close().doubleValue() / firstOpen).toArray();
		return new Chart("Equity against buy and hold",
				"What the capital became bar by bar, and what it would have become in the symbol alone, without costs", "",
				List.of(line("Strategy", "own", equities(), Line.Shape.LINE), line("Buy and hold", "hold", held, Line.Shape.LINE)));
	}

	Chart drawdown() {
		double[] fall = equities();
		double peak = subject.result().assumptions().capital().doubleValue();
		for (int i = 0; i < fall.length; i++) {
			peak = Math.max(peak, fall[i]);
			fall[i] = 100 * (fall[i] / peak - 1);
		}
		return new Chart("Drawdown", "How far the equity was below its highest point so far, in per cent of it", " %",
				List.of(line("Strategy", "lost", fall, Line.Shape.AREA)));
	}

	private double[] equities() {
		return subject.result().equity().stream().map(EquityPoint::equity).mapToDouble(Number::doubleValue).toArray();
	}

	private Line line(String name, String style, double[] values, Line.Shape shape) {
		return new Line(name, style, new Curve(at, values).thinned(Chart.POINTS), shape);
	}

	private static void strokes(List<Line> lines, String name, String style, List<Trade> trades) {
		if (!trades.isEmpty()) {
			lines.add(new Line(name, style, new Curve(
					trades.stream().flatMapToLong(it -> LongStream.of(it.entryAt().getEpochSecond(), exit(it).at().getEpochSecond())).toArray(),
					trades.stream().flatMapToDouble(it -> DoubleStream.of(it.entryPrice().doubleValue(), exit(it).price().doubleValue())).toArray()),
					Line.Shape.STROKES));
		}
	}

	private static void spots(List<Line> lines, String name, String style, LongStream at, double[] prices) {
		if (prices.length > 0) {
			lines.add(new Line(name, style, new Curve(at.toArray(), prices), Line.Shape.SPOTS));
		}
	}

	private static List<Trade> drawn(List<Trade> trades) {
		int drawn = Math.min(MOST_TRADES, trades.size());
		return IntStream.range(0, drawn).mapToObj(i -> trades.get((int) ((long) trades.size() * i / drawn))).toList();
	}

	private static Trade.Exit exit(Trade trade) {
		return Objects.requireNonNull(trade.exit());
	}
}
