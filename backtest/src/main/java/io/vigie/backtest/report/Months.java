package io.vigie.backtest.report;

import io.vigie.engine.backtest.EquityPoint;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the equity made in each month of UTC, in per cent, and in each year. */
final class Months {

	private static final String[] NAMES = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

	private final Map<YearMonth, Double> byMonth = new LinkedHashMap<>();
	private final SortedMap<Integer, Double> byYear = new TreeMap<>();

	Months(BigDecimal capital, List<EquityPoint> equity) {
		double before = capital.doubleValue();
		for (int i = 0; i < equity.size(); i++) {
			YearMonth month = month(equity.get(i));
			if (i + 1 < equity.size() && month(equity.get(i + 1)).equals(month)) {
				continue;
			}
			double now = equity.get(i).equity().doubleValue();
			double factor = before <= 0 ? 1 : now / before;
			byMonth.put(month, factor);
			byYear.merge(month.getYear(), factor, (one, other) -> one * other);
			before = now;
		}
	}

	private static YearMonth month(EquityPoint point) {
		return YearMonth.from(point.at().atOffset(ZoneOffset.UTC));
	}

	String html() {
		StringBuilder html = new StringBuilder("<table class=\"months\"><thead><tr><th>Year</th>");
		for (String name : NAMES) {
			html.append("<th>").append(name).append("</th>");
		}
		html.append("<th>All</th></tr></thead><tbody>");
		byYear.forEach((year, all) -> {
			html.append("<tr><td>").append(year).append("</td>");
			for (int month = 1; month <= NAMES.length; month++) {
				html.append(cell(byMonth.get(YearMonth.of(year, month))));
			}
			html.append(cell(all)).append("</tr>\n");
		});
		return html.append("</tbody></table>").toString();
	}

	/** The wash behind the figure is the stronger the further it is from zero, and full at ten per cent. */
	private static String cell(@Nullable Double factor) {
		if (factor == null) {
			return "<td></td>";
		}
		double percent = 100 * (factor - 1);
		double wash = Math.min(0.45, Math.abs(percent) * 0.045);
		return String.format(Locale.ROOT, "<td style=\"background:rgb(var(--%s-wash) / %.2f)\">%+.1f</td>", percent < 0 ? "loss" : "win", wash,
				Math.abs(percent) < 0.05 ? 0.0 : percent);
	}
}
