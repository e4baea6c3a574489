package io.vigie.backtest.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A section of a report in rows and columns; everything in it is text, and escaped.
 *
 * @param note what it shows and how to read it, may be empty
 */
public record Table(String title, String note, List<String> columns, List<List<String>> rows) {

	public Table {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
	}

	String html() {
		return "<section><h2>%s</h2><p class=\"note\">%s</p>%s</section>%n".formatted(Html.escape(title), Html.escape(note), table(""));
	}

	/** Without the section around it. */
	String table(String style) {
		return "<div class=\"scroll\"><table class=\"%s\"><thead>%s</thead><tbody>%s</tbody></table></div>".formatted(style, row("th", columns),
				rows.stream().map(it -> row("td", it)).collect(Collectors.joining()));
	}

	private static String row(String cell, Collection<String> texts) {
		return texts.stream()
			.map(it -> "<" + cell + ">" + Html.escape(it) + "</" + cell + ">")
			.collect(Collectors.joining("", "<tr>", "</tr>\n"));
	}
}
