package io.vigie.sentinel.scan;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How one symbol moved over its latest one-minute bars.
 *
 * @param change of the price over all of them, as a fraction
 * @param volatility standard deviation of the returns from minute to minute, scaled to an hour, as a fraction of price
 * @param turnover traded in them, in quote currency
 */
record Mover(String symbol, BigDecimal price, BigDecimal change, BigDecimal volatility, BigDecimal turnover) {

	private static final MathContext PRECISION = MathContext.DECIMAL64;
	private static final int SCALE = 6;
	private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

	/** @param bars oldest first, at least two */
	static Mover of(List<Bar> bars) {
		BigDecimal first = bars.getFirst().close();
		Bar last = bars.getLast();
		BigDecimal turnover = bars.stream().map(it -> it.close().multiply(it.volume())).reduce(BigDecimal.ZERO,
				BigDecimal::add);
		return new Mover(last.symbol(), last.close(), fraction(last.close().divide(first, PRECISION)
				.subtract(BigDecimal.ONE)),
				fraction(hourly(bars)), turnover.setScale(2, RoundingMode.HALF_EVEN));
	}

	private static BigDecimal hourly(List<Bar> bars) {
		List<BigDecimal> returns = new ArrayList<>(bars.size() - 1);
		for (int i = 1; i < bars.size(); i++) {
			returns.add(bars.get(i).close().divide(bars.get(i - 1).close(), PRECISION).subtract(BigDecimal.ONE));
		}
		BigDecimal count = BigDecimal.valueOf(returns.size());
		BigDecimal mean = returns.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, PRECISION);
		BigDecimal variance = returns.stream()
			.map(it -> it.subtract(mean).pow(2, PRECISION))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.divide(count, PRECISION);
		return variance.multiply(MINUTES, PRECISION).sqrt(PRECISION);
	}

	private static BigDecimal fraction(BigDecimal value) {
		return value.setScale(SCALE, RoundingMode.HALF_EVEN);
	}
}
