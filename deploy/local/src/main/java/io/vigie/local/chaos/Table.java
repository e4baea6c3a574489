package io.vigie.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of words as a Markdown table with even columns, the first one flush left, all others flush right. */
final class Table {

	private Table() {
	}

	/** @param rows the heading first, all of one length */
	static List<String> lines(List<String[]> rows) {
		int columns = rows.getFirst().length;
		int[] widths = new int[columns];
		rows.forEach(row -> {
			for (int i = 0; i < columns; i++) {
				widths[i] = Math.max(widths[i], row[i].length());
			}
		});
		List<String> lines = new ArrayList<>();
		for (String[] row : rows) {
			StringBuilder line = new StringBuilder("|");
			for (int i = 0; i < columns; i++) {
				line.append(String.format(Locale.ROOT, i == 0 ? " %-" + widths[i] + "s |" : " %" + widths[i] + "s |", row[i]));
			}
			lines.add(line.toString());
		}
		StringBuilder rule = new StringBuilder("|");
		for (int i = 0; i < columns; i++) {
			rule.append("-".repeat(widths[i] + 1)).append(i == 0 ? "-|" : ":|");
		}
		lines.add(1, rule.toString());
		return lines;
	}
}
