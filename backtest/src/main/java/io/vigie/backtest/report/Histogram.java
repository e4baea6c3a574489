package io.vigie.backtest.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How trades are spread by what they made, in per cent of what they cost; zero is always the edge of a bin. */
final class Histogram {

	private static final int WIDTH = 4000;
	private static final int HEIGHT = 1000;
	private static final int GAP = 8;
	private static final int MOST_BINS = 24;

	private final double step;
	private final long firstBin;
	private final int[] counts;

	/** @param percents at least one */
	Histogram(double[] percents) {
		double least = Math.min(0, DoubleStream.of(percents).min().orElseThrow());
		double most = Math.max(0, DoubleStream.of(percents).max().orElseThrow());
		step = step(Math.max(most - least, 1e-6));
		firstBin = bin(least);
		counts = new int[(int) (bin(most) - firstBin) + 1];
		for (double it : percents) {
			counts[(int) (bin(it) - firstBin)]++;
		}
	}

	private long bin(double percent) {
		return (long) Math.floor(percent / step);
	}

	/** The smallest of 1, 2 and 5 times a power of ten that needs no more bins than wanted. */
	private static double step(double span) {
		double power = Math.pow(10, Math.floor(Math.log10(span / MOST_BINS)));
		for (double round : new double[]{1, 2, 5, 10}) {
			if (span / (round * power) + 2 <= MOST_BINS) {
				return round * power;
			}
		}
		return 20 * power;
	}

	String html() {
		Axis axis = new Axis(0, Arrays.stream(counts).max().orElseThrow() * 1.05);
		StringBuilder bars = new StringBuilder();
		StringBuilder labels = new StringBuilder();
		for (BigDecimal tick : axis.ticks()) {
			if (tick.stripTrailingZeros().scale() <= 0) {
				labels.append("<span class=\"y\" style=\"top:%s%%\">%s</span>".formatted(axis.percent(tick.doubleValue()), Html.grouped(tick)));
			}
		}
		for (int i = 0; i < counts.length; i++) {
			long left = (long) WIDTH * i / counts.length + GAP;
			long width = (long) WIDTH * (i + 1) / counts.length - GAP - left;
			long top = axis.down(counts[i]);
			if (counts[i] > 0) {
				bars.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%s: %d</title></rect>\n".formatted(
						firstBin + i < 0 ? "lost" : "won", left, top, width, HEIGHT - top, edge(i) + " to " + edge(i + 1), counts[i]));
			}
		}
		int every = (counts.length + 6) / 7;
		for (int i = 0; i <= counts.length; i++) {
			if ((firstBin + i) % every == 0) {
				labels.append("<span class=\"x\" style=\"left:%s%%\">%s</span>".formatted(Html.number(100.0 * i / counts.length), edge(i)));
			}
		}
		return "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Distribution of trades\">%n%s</svg>%n%s%n"
			.formatted(WIDTH, HEIGHT, bars, labels);
	}

	private String edge(int bin) {
		return BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(firstBin + bin)).stripTrailingZeros().toPlainString() + " %";
	}
}
