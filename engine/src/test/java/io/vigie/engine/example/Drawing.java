package io.vigie.engine.example;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars as an SVG picture, with what was seen in them; the same bars give the same text. */
final class Drawing {

	private static final int WIDTH = 640;
	private static final int HEIGHT = 240;
	private static final int LEFT = 12;
	private static final int TOP = 28;
	private static final int BOTTOM = 34;
	private static final String UP = "#2f8f5b";
	private static final String DOWN = "#c2503d";
	private static final String INK = "#3b5bdb";

	private final List<Bar> bars;
	private final double least;
	private final double most;
	private final List<String> shapes = new ArrayList<>();

	private Drawing(List<Bar> bars) {
		this.bars = bars;
		this.least = bars.stream().mapToDouble(it -> it.low().doubleValue()).min().orElseThrow();
		this.most = bars.stream().mapToDouble(it -> it.high().doubleValue()).max().orElseThrow();
	}

	static Drawing of(List<Bar> bars, String title) {
		Drawing drawing = new Drawing(bars);
		drawing.text(LEFT, 17, "start", "#222", 13, title);
		for (int i = 0; i < bars.size(); i++) {
			drawing.candle(i, bars.get(i));
		}
		return drawing;
	}

	/** One sentence below the picture. */
	Drawing saying(String sentence) {
		return text(LEFT, HEIGHT - 8, "start", "#444", 10, sentence);
	}

	Drawing buy(int bar) {
		double y = y(bars.get(bar).low().doubleValue()) + 6;
		return mark(x(bar), y, y + 9, UP);
	}

	Drawing leave(int bar) {
		double y = y(bars.get(bar).high().doubleValue()) - 6;
		return mark(x(bar), y, y - 9, DOWN);
	}

	/** Joins points in order and names each that has a name of its own. */
	Drawing through(List<Instant> at, List<BigDecimal> prices, List<String> names) {
		StringBuilder path = new StringBuilder();
		for (int i = 0; i < at.size(); i++) {
			path.append(i == 0 ? "M" : " L").append(number(x(at.get(i)))).append(' ').append(number(y(prices.get(i).doubleValue())));
		}
		shapes.add("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + INK + "\" stroke-width=\"1.5\"/>");
		for (int i = 0; i < at.size(); i++) {
			double y = y(prices.get(i).doubleValue());
			shapes.add("<circle cx=\"" + number(x(at.get(i))) + "\" cy=\"" + number(y) + "\" r=\"3\" fill=\"" + INK + "\"/>");
			boolean above = y < TOP + 0.5 * (HEIGHT - TOP - BOTTOM);
			text(x(at.get(i)), above ? y - 7 : y + 14, "middle", INK, 10, names.get(i).equals("close") ? "" : names.get(i));
		}
		return this;
	}

	/** A second series, scaled to the same picture. */
	Drawing beside(List<Bar> others) {
		double low = others.stream().mapToDouble(it -> it.close().doubleValue()).min().orElseThrow();
		double high = Math.max(low + 1, others.stream().mapToDouble(it -> it.close().doubleValue()).max().orElseThrow());
		StringBuilder path = new StringBuilder();
		for (int i = 0; i < Math.min(bars.size(), others.size()); i++) {
			double part = (others.get(i).close().doubleValue() - low) / (high - low);
			path.append(i == 0 ? "M" : " L").append(number(x(i))).append(' ').append(number(HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)));
		}
		shapes.add("<path d=\"" + path + "\" fill=\"none\" stroke=\"#999\" stroke-dasharray=\"4 3\"/>");
		return this;
	}

	String svg() {
		return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\"" + WIDTH + "\" height=\""
				+ HEIGHT + "\" font-family=\"sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
				+ String.join("\n", shapes) + "\n</svg>\n";
	}

	private void candle(int i, Bar bar) {
		boolean up = bar.close().compareTo(bar.open()) >= 0;
		String colour = up ? UP : DOWN;
		double body = Math.max(1.5, 0.6 * (WIDTH - 2 * LEFT) / bars.size());
		double top = y(bar.open().max(bar.close()).doubleValue());
		double bottom = y(bar.open().min(bar.close()).doubleValue());
		shapes.add("<path d=\"M" + number(x(i)) + " " + number(y(bar.high().doubleValue())) + "V" + number(y(bar.low().doubleValue()))
				+ "\" stroke=\"" + colour + "\"/><rect x=\"" + number(x(i) - body / 2) + "\" y=\"" + number(top) + "\" width=\"" + number(body)
				+ "\" height=\"" + number(Math.max(1, bottom - top)) + "\" fill=\"" + colour + "\"/>");
	}

	private Drawing mark(double x, double tip, double base, String colour) {
		shapes.add("<path d=\"M" + number(x) + " " + number(tip) + "L" + number(x - 5) + " " + number(base) + "H" + number(x + 5)
				+ "Z\" fill=\"" + colour + "\" stroke=\"#222\" stroke-width=\"0.5\"/>");
		return this;
	}

	private Drawing text(double x, double y, String anchor, String colour, int size, String words) {
		shapes.add("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" fill=\"" + colour
				+ "\" font-size=\"" + size + "\">" + words.replace("&", "&amp;").replace("<", "&lt;") + "</text>");
		return this;
	}

	private double x(Instant at) {
		for (int i = 0; i < bars.size(); i++) {
			if (bars.get(i).openAt().equals(at)) {
				return x(i);
			}
		}
		throw new IllegalArgumentException("No bar begins at " + at);
	}

	private double x(int bar) {
		return LEFT + (bar + 0.5) * (WIDTH - 2 * LEFT) / bars.size();
	}

	private double y(double price) {
		double part = (price - least) / (most - least);
		return HEIGHT - BOTTOM - 14 - part * (HEIGHT - TOP - BOTTOM - 28);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}
}
