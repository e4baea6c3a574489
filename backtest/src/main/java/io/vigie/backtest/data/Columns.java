package io.vigie.backtest.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where in a row the values are; {@code -1} where they are not there.
 *
 * @param clock the column of a time of day beside the one of the date
 * @param close the close of a bar, or the price of a print
 */
record Columns(int time, int clock, int open, int high, int low, int close, int volume) {

	private static final List<String> TIMES = List.of("timestamp", "unix", "unixtime", "unixtimestamp", "epoch", "opentime", "datetime",
			"date", "time", "gmttime", "localtime", "ts", "t", "");
	private static final List<String> CLOSES = List.of("close", "closelast", "c", "last");
	private static final List<String> PRICES = List.of("price", "p");
	private static final List<String> VOLUMES = List.of("volume", "vol", "v", "basevolume", "size", "amount", "quantity", "qty", "tickvol",
			"tickvolume");
	private static final Pattern TAGS = Pattern.compile("[^a-z]");

	/** Whether rows are bars; else they are prints. */
	boolean areBars() {
		return open >= 0;
	}

	/** @throws BadData where the header lacks something */
	static Columns ofHeader(String source, int line, List<String> header) {
		List<String> names = header.stream().map(it -> TAGS.matcher(it.toLowerCase(Locale.ROOT)).replaceAll("")).toList();
		int time = first(names, TIMES);
		int clock = time >= 0 && names.get(time).equals("date") ? names.indexOf("time") : -1;
		int open = first(names, List.of("open", "o"));
		int high = first(names, List.of("high", "h"));
		int low = first(names, List.of("low", "l"));
		int close = first(names, CLOSES);
		int price = first(names, PRICES);
		int volume = volume(names);
		if (time >= 0 && open >= 0 && high >= 0 && low >= 0 && close >= 0) {
			return new Columns(time, clock, open, high, low, close, volume);
		}
		if (time >= 0 && price >= 0) {
			return new Columns(time, clock, -1, -1, -1, price, volume);
		}
		throw new BadData(source, line, "the header is '" + String.join(",", header) + "', and must name " + missing(time, open, high, low,
				close));
	}

	/** Rows without a header: time, open, high, low, close and volume if there is one; or time, price and size. */
	static Columns ofRow(String source, int line, List<String> row) {
		return switch (row.size()) {
			case 0, 1, 2 -> throw new BadData(source, line, "has " + row.size() + " cells, at least three are needed");
			case 3 -> new Columns(0, -1, -1, -1, -1, 1, 2);
			case 4 -> throw new BadData(source, line, "has four cells and no header that says what they are");
			case 5 -> new Columns(0, -1, 1, 2, 3, 4, -1);
			default -> new Columns(0, -1, 1, 2, 3, 4, 5);
		};
	}

	/** The last column that is looked at. */
	int most() {
		return Arrays.stream(new int[] {time, clock, open, high, low, close, volume}).max().orElse(0);
	}

	/** Exchanges that tell the volume in both currencies name the currency beside it: the first is the base. */
	private static int volume(List<String> names) {
		int exact = first(names, VOLUMES);
		return exact >= 0 ? exact
				: names.stream().filter(it -> it.startsWith("volume")).findFirst().map(names::indexOf).orElse(-1);
	}

	private static int first(List<String> names, List<String> known) {
		return known.stream().map(names::indexOf).filter(it -> it >= 0).findFirst().orElse(-1);
	}

	private static String missing(int time, int open, int high, int low, int close) {
		List<String> missing = new ArrayList<>();
		if (time < 0) {
			missing.add("a time (timestamp, time, date)");
		}
		if (open < 0 || high < 0 || low < 0 || close < 0) {
			missing.add("open, high, low and close, or a price");
		}
		return String.join(" and ", missing);
	}
}
