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
record Curve(double mean, double deviation, double downside, BigDecimal maxDrawdown, double average) {

	private static final int SCALE = 8;
	/** Falls that differ by less are told apart by decimals. */
	private static final double ALIKE = 1e-9;

	static Curve of(BigDecimal capital, List<EquityPoint> equity) {
		int count = equity.size();
		double[] returns = new double[count];
		BigDecimal peak = capital;
		double peakWorth = capital.doubleValue();
		double before = peakWorth;
		BigDecimal last = capital;
		BigDecimal deepest = BigDecimal.ZERO;
		double deepestFall = 0;
		double sum = 0;
		double total = 0;
		for (int i = 0; i < count; i++) {
			BigDecimal now = equity.get(i).equity();
			double worth = now == last ? before : now.doubleValue();
			returns[i] = (worth - before) / before;
			total += returns[i];
			sum += worth;
			if (now != peak && now.compareTo(peak) > 0) {
				peak = now;
				peakWorth = worth;
			}
			else if (now != peak && (peakWorth - worth) / peakWorth > deepestFall - ALIKE) {
				deepest = deepest.max(peak.subtract(now).divide(peak, SCALE, RoundingMode.HALF_EVEN));
				deepestFall = Math.max(deepestFall, (peakWorth - worth) / peakWorth);
			}
			before = worth;
			last = now;
		}
		double mean = total / count;
		double squares = 0;
		double negative = 0;
		for (double it : returns) {
			squares += (it - mean) * (it - mean);
			negative += it < 0 ? it * it : 0;
		}
		return new Curve(mean, Math.sqrt(squares / (count - 1)), Math.sqrt(negative / count), deepest, sum / count);
	}
}
