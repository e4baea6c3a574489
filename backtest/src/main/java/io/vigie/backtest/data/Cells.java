package io.vigie.backtest.data;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines into cells, at the character that the first line is cut at. Quotes keep what is in them together, and go. */
record Cells(char separator) {

	static Cells of(String line) {
		for (char candidate : new char[] {'\t', ';', ','}) {
			if (line.indexOf(candidate) >= 0) {
				return new Cells(candidate);
			}
		}
		return new Cells(',');
	}

	List<String> of(String line, int most) {
		List<String> cells = new ArrayList<>(8);
		int start = 0;
		boolean quoted = false;
		for (int i = 0; i < line.length() && cells.size() <= most; i++) {
			char it = line.charAt(i);
			if (it == '"') {
				quoted = !quoted;
			}
			else if (it == separator && !quoted) {
				cells.add(cell(line, start, i));
				start = i + 1;
			}
		}
		if (cells.size() <= most) {
			cells.add(cell(line, start, line.length()));
		}
		return cells;
	}

	private static String cell(String line, int start, int end) {
		String cell = line.substring(start, end).strip();
		return cell.startsWith("\"") && cell.endsWith("\"") && cell.length() > 1 ? cell.substring(1, cell.length() - 1).strip() : cell;
	}
}
