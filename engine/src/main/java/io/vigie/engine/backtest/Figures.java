package io.vigie.engine.backtest;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A backtest in numbers. Fractions are of one ({@code 0.05} is 5 %), money is exact and in quote currency, everything else is
 * rounded to eight digits after the point; none where it is not defined. Returns are those of the equity from bar to bar, the
 * first from the capital; a year has 365.25 days, and as many bars as there were in the span on average.
 *
 * @param finalEquity cash, and what is held at the last close
 * @param profit final equity less capital
 * @param totalReturn profit as a fraction of the capital
 * @param cagr compound annual growth rate: {@code (final / capital)^(1 / years) - 1}; none where the span is too short for a year's
 *   rate, see {@link #LEAST_DAYS}
 * @param maxDrawdown deepest fall of the equity from its highest point before, at closes, as a fraction of that point
 *   (M. Magdon-Ismail, A. Atiya, Maximum Drawdown, Risk 17, 2004)
 * @param sharpe mean return over its sample deviation, per year, against a rate of zero (W. F. Sharpe, The Sharpe Ratio, Journal
 *   of Portfolio Management 21, 1994); none where nothing varies
 * @param sharpeError standard error of that ratio if returns are independent: {@code sqrt((1 + s^2 / 2) * a / n)}, with {@code s} the
 *   ratio per bar, {@code n} bars and {@code a} of them a year (A. W. Lo, The Statistics of Sharpe Ratios, Financial Analysts
 *   Journal 58, 2002); what a few days are scaled up to is nearly all error, and this says so
 * @param sortino mean return over the root of the mean square of negative returns, zeros counted, per year (F. A. Sortino, L. N.
 *   Price, Performance Measurement in a Downside Risk Framework, Journal of Investing 3, 1994); none without a negative return
 * @param calmar CAGR over maximum drawdown (T. W. Young, Calmar Ratio, Futures 20, 1991), here over the whole span; none without
 *   a drawdown or a CAGR
 * @param trades closed ones; an open one is in the equity and in nothing else that is counted in trades
 * @param winRate closed trades with a profit after fees, as a fraction
 * @param profitFactor profits of those that won over losses of those that lost, after fees (J. D. Schwager, A Complete Guide to
 *   the Futures Market, 1984); none without a loss
 * @param averageTrade profit of a closed trade after fees, rounded
 * @param exposure bars at whose close something was held, as a fraction
 * @param turnover the lesser of what was bought and what was sold, over the average equity (SEC Form N-1A, item 13), over the
 *   whole span
 * @param buyAndHold return of the price from the first open to the last close, no costs
 * @param span from the first bar's opening to the last one's end
 */
public record Figures(int bars, BigDecimal finalEquity, BigDecimal profit, BigDecimal totalReturn, @Nullable BigDecimal cagr,
		BigDecimal maxDrawdown, @Nullable BigDecimal sharpe, @Nullable BigDecimal sharpeError, @Nullable BigDecimal sortino,
		@Nullable BigDecimal calmar, int trades,
		@Nullable BigDecimal winRate, @Nullable BigDecimal profitFactor, @Nullable BigDecimal averageTrade, BigDecimal exposure,
		BigDecimal turnover, BigDecimal fees, BigDecimal buyAndHold, Duration span) {

	/**
	 * Days below which there is no yearly growth rate. "Returns for periods of less than one year must not be annualized" (CFA
	 * Institute, Global Investment Performance Standards for Firms, 2020): six good days are millions of percent a year, and mean
	 * nothing. Somewhat less than 365, as a year of trading days begins after a holiday and ends before one.
	 */
	public static final int LEAST_DAYS = 360;

	/** Whether no yearly growth rate can be told from it. */
	public boolean tooShortForAYear() {
		return tooShortForAYear(span);
	}

	static boolean tooShortForAYear(Duration span) {
		return span.compareTo(Duration.ofDays(LEAST_DAYS)) < 0;
	}
}
