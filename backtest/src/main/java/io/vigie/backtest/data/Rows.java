package io.vigie.backtest.data;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes the rows of one file as they come; a file may run forwards or backwards in time, but not both. */
final class Rows {

	/** What a print traded at is its close. */
	private record Values(Instant at, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
	}

	private final String file;
	private final Columns columns;
	private final Cells cells;
	private final boolean lenient;
	private final List<Values> rows = new ArrayList<>();
	private final List<String> leftOut = new ArrayList<>();
	/** The sign of time from row to row; zero while it is not known. */
	private int direction;
	private boolean daily = true;

	Rows(String file, Columns columns, Cells cells, boolean lenient) {
		this.file = file;
		this.columns = columns;
		this.cells = cells;
		this.lenient = lenient;
	}

	/** @throws BadData for a row that can't be read, unless such rows are left out */
	void add(int line, String text) {
		try {
			Row row = new Row(cells.of(text, columns.most()));
			Values values = columns.areBars() ? bar(row) : print(row);
			check(values.at);
			rows.add(values);
			daily = daily && columns.clock() < 0 && Times.isDate(row.cells().get(columns.time()));
		}
		catch (Row.Unreadable e) {
			BadData bad = new BadData(file, line, e.problem());
			if (!lenient) {
				throw bad;
			}
			leftOut.add(bad.sentence());
		}
	}

	MarketData data(String symbol, String source) {
		if (rows.isEmpty()) {
			throw new BadData(file, leftOut.isEmpty() ? "holds no rows" : "holds no row that can be read: " + leftOut.getFirst());
		}
		if (direction < 0) {
			Collections.reverse(rows);
		}
		if (!columns.areBars()) {
			List<Tick> ticks = new ArrayList<>(rows.size());
			rows.forEach(it -> ticks.add(new Tick(symbol, ticks.size() + 1, it.at, it.close, it.volume)));
			return new MarketData.Prints(symbol, List.copyOf(ticks), source, List.copyOf(leftOut));
		}
		Timeframe timeframe = timeframe();
		List<Bar> bars = rows.stream().map(it -> new Bar(symbol, timeframe, it.at, it.open, it.high, it.low, it.close, it.volume, 0, 0)).toList();
		return new MarketData.Bars(symbol, timeframe, bars, source, List.copyOf(leftOut));
	}

	private Values bar(Row row) {
		BigDecimal open = row.price(columns.open(), "open");
		BigDecimal high = row.price(columns.high(), "high");
		BigDecimal low = row.price(columns.low(), "low");
		BigDecimal close = row.price(columns.close(), "close");
		if (high.compareTo(open.max(close)) < 0 || low.compareTo(open.min(close)) > 0) {
			throw new Row.Unreadable("the high " + high + " or low " + low + " lies inside the body from " + open + " to " + close);
		}
		return new Values(row.time(columns), open, high, low, close, row.amount(columns.volume(), "volume"));
	}

	private Values print(Row row) {
		BigDecimal price = row.price(columns.close(), "price");
		return new Values(row.time(columns), price, price, price, price, row.amount(columns.volume(), "size"));
	}

	private void check(Instant at) {
		if (rows.isEmpty()) {
			return;
		}
		int step = at.compareTo(rows.getLast().at);
		if (step == 0 && columns.areBars()) {
			throw new Row.Unreadable("has the time of the row before it, " + at);
		}
		if (step * direction < 0) {
			throw new Row.Unreadable(at + " is " + (step < 0 ? "before " : "after ") + rows.getLast().at
					+ " in the row before it, though the file runs the other way");
		}
		direction = direction == 0 ? step : direction;
	}

	/** Bars of days stay days over weekends, and whatever the clocks do in spring. */
	private Timeframe timeframe() {
		Duration shortest = daily || rows.size() < 2 ? Timeframe.D1.duration() : gap();
		Timeframe longest = null;
		for (Timeframe it : Timeframe.values()) {
			longest = it.duration().compareTo(shortest) <= 0 ? it : longest;
		}
		if (longest == null) {
			throw new BadData(file, "has bars that are closer than a second");
		}
		return longest;
	}

	private Duration gap() {
		Duration shortest = Duration.between(rows.get(0).at, rows.get(1).at);
		for (int i = 2; i < rows.size(); i++) {
			Duration gap = Duration.between(rows.get(i - 1).at, rows.get(i).at);
			shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
		}
		return shortest;
	}
}
