package io.vigie.engine.backtest;

import static io.vigie.engine.backtest.BacktestFixtures.bars;
import static io.vigie.engine.backtest.BacktestFixtures.cross;
import static io.vigie.engine.backtest.BacktestFixtures.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fills when, on bars made by hand; SMA(1) over SMA(2) buys where a close is above the one before and was below last. */
class BarPlayTests {

	private static final BigDecimal TWO_PERCENT = new BigDecimal("0.02");
	private static final BigDecimal FOUR_PERCENT = new BigDecimal("0.04");
	/** The signal to buy is the close of bar 3, at 100. */
	private static final String[] UP = {"104 104 104 104", "102 102 102 102", "98 98 98 98", "98 100 98 100"};

	@Test
	void fillsAtTheOpenAfterTheSignal() {
		Trade trade = only(market("101 103 101 102", "103 105 103 104", "105 105 99 99", "97 98 96 97"), Stops.NONE);
		assertThat(told(trade)).isEqualTo("4@101 7@97 SIGNAL");
		assertThat(trade.profitPerUnit()).isEqualByComparingTo("-4");
	}

	@Test
	void leavesAPositionOpenWhereTheDataEnds() {
		BacktestResult result = Backtest.run(cross(1, 2), market("101 103 101 102"), plain(market("101 103 101 102")));
		assertThat(result.trades()).singleElement().satisfies(it -> {
			assertThat(it.isOpen()).isTrue();
			assertThat(it.profit()).isNull();
		});
		assertThat(result.figures().trades()).isZero();
		assertThat(result.figures().finalEquity()).as("worth the last close").isEqualByComparingTo("100001");
	}

	@Test
	void forgetsASignalAtTheLastBar() {
		List<Bar> bars = market();
		assertThat(Backtest.run(cross(1, 2), bars, plain(bars)).trades()).isEmpty();
		List<Bar> withExit = market("101 103 101 102", "102 102 97 97");
		assertThat(Backtest.run(cross(1, 2), withExit, plain(withExit)).trades()).singleElement().matches(Trade::isOpen);
	}

	@Test
	void doesNotTradeACrossBeforeTheSlowAverageHasItsBars() {
		List<Bar> bars = bars("10 10 9 9", "9 12 9 12", "12 13 12 13", "13 13 13 13");
		assertThat(Backtest.run(cross(1, 2), bars, plain(bars)).trades()).isEmpty();
	}

	@Test
	void checksClosesAgainstTheEntryAndLeavesAtTheNextOpen() {
		Trade stopped = only(market("100 101 90 98", "97 99 97 99"), Stops.checkedAtClose(TWO_PERCENT, FOUR_PERCENT));
		assertThat(told(stopped)).as("a close of exactly 98 is at the stop").isEqualTo("4@100 5@97 STOP");
		assertThat(only(market("100 101 90 101", "101 102 90 102"), Stops.checkedAtClose(TWO_PERCENT, null)).isOpen())
			.as("a low of 90 is not a close").isTrue();
		Trade reached = only(market("100 110 100 103", "103 104 103 104", "106 106 106 106"), Stops.checkedAtClose(TWO_PERCENT, FOUR_PERCENT));
		assertThat(told(reached)).as("a high of 110 is not a close; a close of exactly 104 is at the target").isEqualTo("4@100 6@106 TARGET");
	}

	@Test
	void checksTheCloseOfTheEntrysOwnBar() {
		assertThat(told(only(market("100 100 97 97", "96 96 96 96"), Stops.checkedAtClose(TWO_PERCENT, null)))).isEqualTo("4@100 5@96 STOP");
	}

	@Test
	void namesTheStopWhereStopAndCrossFallOnTheSameClose() {
		Trade trade = only(market("100 102 100 101", "101 101 97 97", "95 95 95 95"), Stops.checkedAtClose(TWO_PERCENT, null));
		assertThat(told(trade)).isEqualTo("4@100 6@95 STOP");
	}

	@Test
	void buysAgainAfterAStopOnlyOnANewCross() {
		List<Bar> bars = market("100 101 96 101", "101 102 101 102", "102 103 102 103", "103 103 99 99", "99 104 99 104", "104 104 104 104");
		List<Trade> trades = Backtest.run(cross(1, 2), bars, plain(bars).with(Stops.bracket(TWO_PERCENT, null))).trades();
		assertThat(trades).hasSize(2);
		assertThat(told(trades.getFirst())).isEqualTo("4@100 4@98 STOP");
		assertThat(trades.getLast().entryBar()).as("bars 5 and 6 rise, but nothing crosses before 8").isEqualTo(9);
	}

	@Test
	void fillsARestingStopAtItsPriceAndAtTheOpenWhereItGapsThrough() {
		assertThat(told(only(market("100 101 99 101", "101 102 97 102"), bracket()))).isEqualTo("4@100 5@98 STOP");
		assertThat(told(only(market("100 101 99 101", "95 102 94 102"), bracket()))).isEqualTo("4@100 5@95 STOP");
	}

	@Test
	void fillsATargetAtItsPriceAndAtTheOpenWhereItGapsThrough() {
		assertThat(told(only(market("100 101 99 101", "101 105 101 105"), bracket()))).isEqualTo("4@100 5@104 TARGET");
		assertThat(told(only(market("100 101 99 101", "107 108 97 105"), bracket()))).as("the open comes first").isEqualTo("4@100 5@107 TARGET");
	}

	@Test
	void takesTheStopBeforeTheTargetWhereABarSpansBoth() {
		assertThat(told(only(market("100 101 99 101", "101 110 97 102"), bracket()))).isEqualTo("4@100 5@98 STOP");
	}

	@Test
	void fillsATargetOnlyWhereItTradesThrough() {
		assertThat(told(only(market("100 101 99 101", "101 104 101 104", "104 104.01 104 104"), bracket()))).isEqualTo("4@100 6@104 TARGET");
	}

	@Test
	void fillsATargetThatIsOnlyTouchedWhereLegsRestAsOtherEnginesHaveThem() {
		Stops resting = Stops.resting(TWO_PERCENT, FOUR_PERCENT);
		assertThat(told(only(market("100 101 99 101", "101 103.99 101 103", "103 104 103 104"), resting))).isEqualTo("4@100 6@104 TARGET");
		assertThat(told(only(market("100 101 99 101", "104 105 97 105"), resting))).as("an open at the target").isEqualTo("4@100 5@104 TARGET");
	}

	@Test
	void protectsTheEntrysBarWithABracketButNotWhenLegsRestFromTheNextBarOn() {
		String[] rows = {"100 101 97 101", "101 102 97.5 102"};
		assertThat(told(only(market(rows), bracket()))).isEqualTo("4@100 4@98 STOP");
		assertThat(told(only(market(rows), Stops.resting(TWO_PERCENT, FOUR_PERCENT)))).isEqualTo("4@100 5@98 STOP");
	}

	@Test
	void leavesAtTheOpenItEnteredAtWhereThatIsBeyondTheStopAlready() {
		assertThat(told(only(market("97 99 96 99", "99 99 99 99"), bracket()))).isEqualTo("4@97 4@97 STOP");
	}

	@Test
	void watchesLevelsToTheLastDigitAndFillsOnTheNearestTick() {
		String[] signal = {"104 104 104 104", "102 102 102 102", "98 98 98 98", "98 100.01 98 100.01"};
		List<Bar> bars = bars(with(signal, "100 101 98.01 101", "101 101 98 101"));
		Trade trade = Backtest.run(cross(1, 2), bars, plain(bars).with(bracket())).trades().getFirst();
		assertThat(told(trade)).as("the stop is 98.0098: 98.01 does not reach it").isEqualTo("4@100 5@98.01 STOP");
	}

	@Test
	void paysFeesAndSlippageOnEachFill() {
		List<Bar> bars = market("100 103 100 102", "103 105 103 104", "104 104 99 99", "100 100 100 100");
		BigDecimal tenth = new BigDecimal("0.001");
		BacktestResult result = Backtest.run(cross(1, 2), bars,
				plain(bars).with(new FeeModel.MakerTaker(tenth, tenth)).with(new Slippage.BasisPoints(new BigDecimal("50"))));
		Trade trade = result.trades().getFirst();
		assertThat(told(trade)).isEqualTo("4@100.5 7@99.5 SIGNAL");
		assertThat(trade.fees()).isEqualByComparingTo("0.2");
		assertThat(trade.profit()).isEqualByComparingTo("-1.2");
		assertThat(result.figures().fees()).isEqualByComparingTo("0.2");
		assertThat(result.figures().finalEquity()).isEqualByComparingTo("99998.8");
	}

	@Test
	void fillsLaterWhereOrdersTakeTime() {
		List<Bar> bars = market("101 103 101 102", "103 105 103 104", "105 106 105 106", "106 106 106 106");
		Assumptions late = plain(bars).with(Duration.ofSeconds(1));
		assertThat(Backtest.run(cross(1, 2), bars, late).trades().getFirst().entryBar()).as("one second after the close is in bar 5").isEqualTo(5);
		assertThat(Backtest.run(cross(1, 2), bars, late.with(Duration.ofSeconds(61))).trades().getFirst().entryBar()).isEqualTo(6);
	}

	@Test
	void refusesAFixedQuantityThatCashDoesNotPayForAndCutsAPartOfTheEquity() {
		List<Bar> bars = market("200 200 200 200", "200 200 200 200");
		BacktestResult refused = Backtest.run(cross(1, 2), bars, plain(bars).with(new PositionSize.Fixed(new BigDecimal("501"))));
		assertThat(refused.trades()).isEmpty();
		assertThat(refused.refusals()).singleElement().matches(it -> it.bar() == 4 && it.reason().contains("does not pay for 501"));
		BacktestResult cut = Backtest.run(cross(1, 2), bars, plain(bars).with(new PositionSize.OfEquity(BigDecimal.ONE)));
		assertThat(cut.trades().getFirst().quantity()).as("sized for 1000 at 100, paid at 200").isEqualByComparingTo("500");
	}

	@Test
	void tradesPricesWithManyDecimals() {
		List<Bar> bars = bars("0.3000000000000004 0.3000000000000004 0.3 0.3", "0.3 0.3 0.2 0.2", "0.2 0.2000000000000001 0.2 0.2000000000000001",
				"0.2000000000000003 0.3 0.2 0.21", "0.21 0.22 0.21 0.22");
		BacktestResult result = Backtest.run(cross(1, 2), bars,
				plain(bars).with(new PositionSize.OfEquity(BigDecimal.ONE)).with(new FeeModel.MakerTaker(TWO_PERCENT, TWO_PERCENT)));
		assertThat(result.trades().getFirst().entryPrice()).isEqualByComparingTo("0.2000000000000003");
	}

	@Test
	void refusesBarsThatDoNotRiseAndNoBarsAtAll() {
		List<Bar> bars = market();
		assertThatIllegalArgumentException().isThrownBy(() -> Backtest.run(cross(1, 2), bars.reversed(), plain(bars)));
		assertThatIllegalArgumentException().isThrownBy(() -> Backtest.run(cross(1, 2), List.of(), plain(bars)));
	}

	/** What is seen first, so that a test of a fill is not a test of the short cut alone. */
	private static Trade only(List<Bar> bars, Stops stops) {
		Assumptions assumptions = plain(bars).with(stops);
		Trader.Record slowly = Backtest.slowly(cross(1, 2), bars, assumptions, _ -> {
		});
		assertThat(slowly.trades()).hasSize(1).isEqualTo(Backtest.run(cross(1, 2), bars, assumptions).trades());
		return slowly.trades().getFirst();
	}

	private static Stops bracket() {
		return Stops.bracket(TWO_PERCENT, FOUR_PERCENT);
	}

	private static List<Bar> market(String... after) {
		return bars(with(UP, after));
	}

	private static String[] with(String[] first, String... after) {
		String[] rows = new String[first.length + after.length];
		System.arraycopy(first, 0, rows, 0, first.length);
		System.arraycopy(after, 0, rows, first.length, after.length);
		return rows;
	}

	private static String told(Trade trade) {
		Trade.Exit exit = trade.exit();
		return trade.entryBar() + "@" + trade.entryPrice().stripTrailingZeros().toPlainString()
				+ (exit == null ? "" : " " + exit.bar() + "@" + exit.price().stripTrailingZeros().toPlainString() + " " + exit.cause());
	}
}
