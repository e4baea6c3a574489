package io.vigie.engine.backtest;

import static io.vigie.engine.backtest.BacktestFixtures.cross;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTests {

	/** Bought at 100 in bar 4, closes at 110, 99, 121 and sold at 121: equity 1000, then 1010, 999, 1021. */
	private static final List<Bar> BARS = BacktestFixtures.bars("104 104 104 104", "102 102 102 102", "98 98 98 98", "98 100 98 100",
			"100 110 100 110", "110 110 99 99", "121 121 121 121");

	private final Figures figures = Backtest
		.run(cross(1, 2), BARS, Assumptions.plain(Backtest.instrumentOf(BARS), new BigDecimal("1000"))).figures();

	@Test
	void countsMoneyExactly() {
		assertThat(figures.finalEquity()).isEqualByComparingTo("1021");
		assertThat(figures.profit()).isEqualByComparingTo("21");
		assertThat(figures.totalReturn()).isEqualByComparingTo("0.021");
		assertThat(figures.buyAndHold()).isEqualByComparingTo(new BigDecimal("0.16346154"));
		assertThat(figures.trades()).isEqualTo(1);
		assertThat(figures.averageTrade()).isEqualByComparingTo("21");
		assertThat(figures.winRate()).isEqualByComparingTo("1");
		assertThat(figures.profitFactor()).as("nothing was lost").isNull();
	}

	@Test
	void measuresTheDeepestFallFromTheHighestPointBefore() {
		assertThat(figures.maxDrawdown()).as("999 after 1010").isEqualByComparingTo("0.01089109");
	}

	@Test
	void measuresRiskByItsDefinitions() {
		double[] returns = {0, 0, 0, 0, 0.01, 999 / 1010.0 - 1, 1021 / 999.0 - 1};
		double mean = 0;
		for (double it : returns) {
			mean += it / returns.length;
		}
		double squares = 0;
		double negative = 0;
		for (double it : returns) {
			squares += (it - mean) * (it - mean);
			negative += it < 0 ? it * it : 0;
		}
		double yearly = Math.sqrt(365.25 * 24 * 60);
		assertThat(figures.sharpe().doubleValue()).isCloseTo(mean / Math.sqrt(squares / 6) * yearly, within(1e-6));
		assertThat(figures.sortino().doubleValue()).isCloseTo(mean / Math.sqrt(negative / 7) * yearly, within(1e-6));
	}

	@Test
	void measuresHowMuchWasAtWork() {
		assertThat(figures.exposure()).as("held at the close of two bars of seven").isEqualByComparingTo("0.28571429");
		assertThat(figures.turnover().doubleValue()).isCloseTo(100 / ((4 * 1000 + 1010 + 999 + 1021) / 7.0), within(1e-8));
	}

	@Test
	void leavesOutWhatIsNotDefined() {
		List<Bar> flat = BacktestFixtures.bars("1 1 1 1", "1 1 1 1");
		Figures none = Backtest.run(cross(1, 2), flat, BacktestFixtures.plain(flat)).figures();
		assertThat(none.sharpe()).isNull();
		assertThat(none.sortino()).isNull();
		assertThat(none.calmar()).isNull();
		assertThat(none.winRate()).isNull();
		assertThat(none.averageTrade()).isNull();
		assertThat(none.maxDrawdown()).isEqualByComparingTo("0");
	}

	@Test
	void growsByNothingAYearInLessThanAYear() {
		assertThat(figures.cagr()).isNull();
		assertThat(figures.calmar()).isNull();
		assertThat(figures.maxDrawdown()).isPositive();
		assertThat(ofDays(359).cagr()).isNull();
		assertThat(ofDays(360).cagr()).isEqualByComparingTo("0");
	}

	@Test
	void growsByTheYear() {
		Figures year = Backtest.run(cross(10, 20), BacktestFixtures.aapl(), BacktestFixtures.plain(BacktestFixtures.aapl())).figures();

		assertThat(year.span()).isEqualTo(Duration.ofDays(364));
		double grown = 1 + year.totalReturn().doubleValue();
		assertThat(year.cagr().doubleValue()).isCloseTo(Math.pow(grown, 365.25 / 364) - 1, within(1e-7));
		assertThat(year.calmar()).isNotNull();
		assertThat(year.sharpeError().doubleValue()).as("a year says little").isCloseTo(1, within(0.01));
	}

	@Test
	void saysHowLittleAFewMinutesScaledUpMean() {
		double years = 7 / (365.25 * 24 * 60);
		double perBar = figures.sharpe().doubleValue() * Math.sqrt(years / 7);

		assertThat(figures.sharpeError().doubleValue()).isCloseTo(Math.sqrt((1 + perBar * perBar / 2) / years), within(1e-5));
	}

	private static Figures ofDays(int days) {
		Bar first = BacktestFixtures.aapl().getFirst();
		List<Bar> bars = IntStream.range(0, days).mapToObj(it -> new Bar(first.symbol(), first.timeframe(), first.openAt().plus(Duration.ofDays(it)),
				first.open(), first.high(), first.low(), first.close(), first.volume(), 0, 0)).toList();
		return Backtest.run(cross(1, 2), bars, BacktestFixtures.plain(bars)).figures();
	}
}
