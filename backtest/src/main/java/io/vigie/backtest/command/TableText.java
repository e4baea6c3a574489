package io.vigie.backtest.command;

import io.vigie.backtest.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table on a screen: columns as wide as what is in them. */
final class TableText {

	private static final int SHOWN = 10;

	private TableText() {
	}

	static List<String> of(Table table) {
		List<List<String>> rows = new ArrayList<>(List.of(table.columns()));
		rows.addAll(table.rows().subList(0, Math.min(SHOWN, table.rows().size())));
		int[] widths = IntStream.range(0, table.columns().size())
			.map(i -> rows.stream().mapToInt(it -> it.get(i).length()).max().orElse(0))
			.toArray();
		List<String> lines = new ArrayList<>(List.of("", table.title(), table.note()));
		rows.forEach(row -> lines.add(line(row, widths)));
		if (table.rows().size() > SHOWN) {
			lines.add("  … " + (table.rows().size() - SHOWN) + " more");
		}
		return lines;
	}

	private static String line(List<String> row, int[] widths) {
		StringBuilder line = new StringBuilder(" ");
		for (int i = 0; i < widths.length; i++) {
			String padding = " ".repeat(widths[i] - row.get(i).length());
			boolean words = i == 0 || i == widths.length - 1 && widths[i] > 30;
			line.append(' ').append(words ? row.get(i) + padding : padding + row.get(i)).append(' ');
		}
		return line.toString().stripTrailing();
	}
}
