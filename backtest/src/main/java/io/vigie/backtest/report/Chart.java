package io.vigie.backtest.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over time. The picture is stretched to the width there is; what is written stands beside it as text, so that it stays
 * readable on a telephone.
 *
 * @param unit written behind values
 */
record Chart(String title, String note, String unit, List<Line> lines) {

	private static final int WIDTH = 4000;
	private static final int HEIGHT = 1000;

	/** More points than that are more than pixels. */
	static final int POINTS = 1200;

	String html() {
		Axis axis = Axis.over(lines.stream().mapToDouble(it -> it.curve().least()).min().orElseThrow(),
				lines.stream().mapToDouble(it -> it.curve().most()).max().orElseThrow());
		TimeAxis time = new TimeAxis(lines.stream().mapToLong(it -> it.curve().first()).min().orElseThrow(),
				lines.stream().mapToLong(it -> it.curve().last()).max().orElseThrow(), WIDTH);
		return """
				<figure class="chart">
				<figcaption><h2>%s</h2><p>%s</p>%s</figcaption>
				<div class="plot" tabindex="0"><svg viewBox="0 0 %d %d" preserveAspectRatio="none" role="img" aria-label="%s">
				%s%s</svg>
				%s<div class="cursor" hidden></div><output hidden></output></div>
				<script type="application/json">%s</script>
				</figure>
				""".formatted(Html.escape(title), Html.escape(note), legend(), WIDTH, HEIGHT, Html.escape(title + ". " + note),
				grid(time, axis), paths(time, axis), labels(time, axis), data(time));
	}

	private String legend() {
		return lines.stream()
			.map(it -> "<li class=\"%s\">%s</li>".formatted(it.style(), Html.escape(it.name())))
			.collect(Collectors.joining("", "<ul class=\"legend\">", "</ul>"));
	}

	private static String grid(TimeAxis time, Axis axis) {
		String across = axis.ticks().stream().map(it -> "M0 " + axis.down(it.doubleValue()) + "h" + WIDTH).collect(Collectors.joining());
		String down = time.ticks().stream().map(it -> "M" + time.right(it.at()) + " 0v" + HEIGHT).collect(Collectors.joining());
		return "<path class=\"grid\" d=\"" + across + down + "\"/>\n";
	}

	private String paths(TimeAxis time, Axis axis) {
		return lines.stream()
			.map(it -> "<path class=\"%s %s\" d=\"%s\"/>\n".formatted(it.shape().name().toLowerCase(Locale.ROOT), it.style(),
					it.path(time, axis)))
			.collect(Collectors.joining());
	}

	private String labels(TimeAxis time, Axis axis) {
		String beside = axis.ticks().stream()
			.map(it -> "<span class=\"y\" style=\"top:%s%%\">%s%s</span>".formatted(axis.percent(it.doubleValue()), Html.grouped(it), unit))
			.collect(Collectors.joining());
		String below = time.ticks().stream()
			.map(it -> "<span class=\"x\" style=\"left:%s%%\">%s</span>".formatted(time.percent(it.at()), it.words()))
			.collect(Collectors.joining());
		return beside + "\n" + below + "\n";
	}

	/** What the page's script needs to read values out. */
	private String data(TimeAxis time) {
		return lines.stream()
			.filter(Line::isRead)
			.map(it -> "{\"name\":\"%s\",\"at\":%s,\"values\":%s}".formatted(Html.inScript(it.name()), Arrays.toString(it.curve().at()),
					it.curve().rounded()))
			.collect(Collectors.joining(",", "{\"first\":" + time.first() + ",\"last\":" + time.last() + ",\"unit\":\"" + unit + "\",\"lines\":[",
					"]}"));
	}
}
