package io.vigie.engine.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A backtest in numbers. Fractions are of one ({@code 0.05} is 5 %), money is exact and in quote currency, everything else is
 * rounded to eight digits after the point; none where it is not defined. Returns are those of the equity from bar to bar, the
 * first from the capital; a year has 365.25 days, and as many bars as there were in the span on average.
 *
 * @param finalEquity cash, and what is held at the last close
 * @param profit final equity less capital
 * @param totalReturn profit as a fraction of the capital
 * @param cagr compound annual growth rate: {@code (final / capital)^(1 / years) - 1}
 * @param maxDrawdown deepest fall of the equity from its highest point before, at closes, as a fraction of that point
 *   (M. Magdon-Ismail, A. Atiya, Maximum Drawdown, Risk 17, 2004)
 * @param sharpe mean return over its sample deviation, per year, against a rate of zero (W. F. Sharpe, The Sharpe Ratio, Journal
 *   of Portfolio Management 21, 1994); none where nothing varies
 * @param sortino mean return over the root of the mean square of negative returns, zeros counted, per year (F. A. Sortino, L. N.
 *   Price, Performance Measurement in a Downside Risk Framework, Journal of Investing 3, 1994); none without a negative return
 * @param calmar CAGR over maximum drawdown (T. W. Young, Calmar Ratio, Futures 20, 1991), here over the whole span; none without
 *   a drawdown
 * @param trades closed ones; an open one is in the equity and in nothing else that is counted in trades
 * @param winRate closed trades with a profit after fees, as a fraction
 * @param profitFactor profits of those that won over losses of those that lost, after fees (J. D. Schwager, A Complete Guide to
 *   the Futures Market, 1984); none without a loss
 * @param averageTrade profit of a closed trade after fees, rounded
 * @param exposure bars at whose close something was held, as a fraction
 * @param turnover the lesser of what was bought and what was sold, over the average equity (SEC Form N-1A, item 13), over the
 *   whole span
 * @param buyAndHold return of the price from the first open to the last close, no costs
 */
public record Figures(int bars, BigDecimal finalEquity, BigDecimal profit, BigDecimal totalReturn, @Nullable BigDecimal cagr,
		BigDecimal maxDrawdown, @Nullable BigDecimal sharpe, @Nullable BigDecimal sortino, @Nullable BigDecimal calmar, int trades,
		@Nullable BigDecimal winRate, @Nullable BigDecimal profitFactor, @Nullable BigDecimal averageTrade, BigDecimal exposure,
		BigDecimal turnover, BigDecimal fees, BigDecimal buyAndHold) {
}
