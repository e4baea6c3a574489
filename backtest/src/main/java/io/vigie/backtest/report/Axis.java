package io.vigie.backtest.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Values laid out from bottom to top, with round numbers beside them. */
record Axis(double low, double high) {

	private static final int TICKS = 5;
	private static final int HEIGHT = 1000;

	/** An axis on which all from the least to the most has room, however flat it is. */
	static Axis over(double least, double most) {
		double margin = most > least ? (most - least) * 0.05 : Math.max(Math.abs(most) * 0.05, 1e-9);
		return new Axis(least - margin, most + margin);
	}

	/** From the top, in thousandths of the height, since that is how pictures are counted. */
	long down(double value) {
		return Math.round(HEIGHT * share(value));
	}

	/** From the top, in per cent. */
	String percent(double value) {
		return Html.number(100 * share(value));
	}

	private double share(double value) {
		return (high - value) / (high - low);
	}

	/** Multiples of 1, 2 or 5 times a power of ten, about five of them. */
	List<BigDecimal> ticks() {
		BigDecimal step = step();
		BigDecimal tick = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
		List<BigDecimal> ticks = new ArrayList<>();
		for (; tick.doubleValue() <= high; tick = tick.add(step)) {
			ticks.add(tick);
		}
		return ticks;
	}

	private BigDecimal step() {
		double raw = (high - low) / TICKS;
		int power = (int) Math.floor(Math.log10(raw));
		double leading = raw / Math.pow(10, power);
		int round = leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10;
		return BigDecimal.valueOf(round).scaleByPowerOfTen(power);
	}
}
