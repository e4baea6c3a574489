package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How trades of the past went, fees included.
 *
 * @param averageWin mean return of those that won, as a fraction of what they cost; zero where none did
 * @param averageLoss mean return of those that lost, as a positive fraction; zero where none did
 */
public record TradeRecord(int won, int lost, BigDecimal averageWin, BigDecimal averageLoss) {

	public static final TradeRecord NONE = new TradeRecord(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

	private static final int SCALE = 12;

	/** @param returns of each trade as a fraction of what it cost; one that came out even counts as lost */
	public static TradeRecord of(List<BigDecimal> returns) {
		List<BigDecimal> wins = returns.stream().filter(it -> it.signum() > 0).toList();
		List<BigDecimal> losses = returns.stream().filter(it -> it.signum() <= 0).map(BigDecimal::negate).toList();
		return new TradeRecord(wins.size(), losses.size(), average(wins), average(losses));
	}

	public int trades() {
		return won + lost;
	}

	/**
	 * The fraction of capital that would let it grow fastest in the long run: the edge over the odds, {@code p - (1 - p) / b}
	 * with {@code b} the average win by the average loss. J. L. Kelly, A New Interpretation of Information Rate, Bell System
	 * Technical Journal 35 (1956); in this form E. O. Thorp, The Kelly Criterion in Blackjack, Sports Betting and the Stock
	 * Market (1997). It presumes that the future is like these trades, and overshoots when it isn't: never use it uncapped.
	 */
	BigDecimal kelly() {
		if (won == 0) {
			return BigDecimal.ONE.negate();
		}
		if (averageLoss.signum() == 0) {
			return BigDecimal.ONE;
		}
		BigDecimal all = BigDecimal.valueOf(trades());
		BigDecimal lossesWeighed = BigDecimal.valueOf(lost).multiply(averageLoss).divide(averageWin, SCALE, RoundingMode.UP);
		return BigDecimal.valueOf(won).subtract(lossesWeighed).divide(all, SCALE, RoundingMode.FLOOR);
	}

	private static BigDecimal average(List<BigDecimal> values) {
		return values.isEmpty() ? BigDecimal.ZERO
				: values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(values.size()), SCALE, RoundingMode.HALF_EVEN);
	}
}
