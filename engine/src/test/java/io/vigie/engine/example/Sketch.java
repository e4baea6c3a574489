package io.vigie.engine.example;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bars made by hand: straight legs from price to price, and single bars where their shape matters. */
public final class Sketch {

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

	private final String symbol;
	private final List<Bar> bars = new ArrayList<>();
	private BigDecimal wick = new BigDecimal("0.20");
	private BigDecimal price;

	private Sketch(String symbol, String price) {
		this.symbol = symbol;
		this.price = new BigDecimal(price);
	}

	public static Sketch from(String price) {
		return new Sketch("EXAMPLE", price);
	}

	static Sketch of(String symbol, String price) {
		return new Sketch(symbol, price);
	}

	/** How far bars of the following legs reach beyond their bodies. */
	Sketch wick(String length) {
		wick = new BigDecimal(length);
		return this;
	}

	/** As many bars in equal steps, the last closing at the price. */
	public Sketch to(String target, int steps) {
		BigDecimal begin = price;
		BigDecimal whole = new BigDecimal(target).subtract(begin);
		for (int i = 1; i <= steps; i++) {
			BigDecimal close = begin.add(whole.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(steps), 2, RoundingMode.HALF_EVEN));
			add(price, price.max(close).add(wick), price.min(close).subtract(wick), close);
		}
		return this;
	}

	/** As many bars that go up and down in turn by the given step and come back. */
	public Sketch swing(String step, int steps) {
		BigDecimal base = price;
		for (int i = 0; i < steps; i++) {
			BigDecimal close = i % 2 == 0 ? base.add(new BigDecimal(step)) : base;
			add(price, price.max(close).add(wick), price.min(close).subtract(wick), close);
		}
		return this;
	}

	public Sketch bar(String open, String high, String low, String close) {
		add(new BigDecimal(open), new BigDecimal(high), new BigDecimal(low), new BigDecimal(close));
		return this;
	}

	public List<Bar> bars() {
		return List.copyOf(bars);
	}

	private void add(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
		bars.add(new Bar(symbol, Timeframe.M1, START.plusSeconds(60L * bars.size()), open, high, low, close, BigDecimal.TEN, 4, 0));
		price = close;
	}
}
