package io.vigie.engine.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an equity curve says of itself.
 *
 * @param mean of the returns from bar to bar, the first from the capital
 * @param deviation of a sample
 * @param downside root of the mean square of the negative ones, zeros counted
 * @param average equity
 */
record Curve(double mean, double deviation, double downside, BigDecimal maxDrawdown, BigDecimal average) {

	private static final int SCALE = 8;

	static Curve of(BigDecimal capital, List<EquityPoint> equity) {
		int count = equity.size();
		double[] returns = new double[count];
		BigDecimal peak = capital;
		BigDecimal before = capital;
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal deepest = BigDecimal.ZERO;
		double total = 0;
		for (int i = 0; i < count; i++) {
			BigDecimal now = equity.get(i).equity();
			returns[i] = now.subtract(before).doubleValue() / before.doubleValue();
			total += returns[i];
			sum = sum.add(now);
			if (now.compareTo(peak) > 0) {
				peak = now;
			}
			else if (now.compareTo(peak) < 0) {
				deepest = deepest.max(peak.subtract(now).divide(peak, SCALE, RoundingMode.HALF_EVEN));
			}
			before = now;
		}
		double mean = total / count;
		double squares = 0;
		double negative = 0;
		for (double it : returns) {
			squares += (it - mean) * (it - mean);
			negative += it < 0 ? it * it : 0;
		}
		return new Curve(mean, Math.sqrt(squares / (count - 1)), Math.sqrt(negative / count), deepest,
				sum.divide(BigDecimal.valueOf(Math.max(1, count)), SCALE, RoundingMode.HALF_EVEN));
	}
}
