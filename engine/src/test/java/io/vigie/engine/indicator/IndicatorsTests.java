package io.vigie.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.BarFixtures;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** ta4j is the reference: an independent implementation that many people trade by. */
class IndicatorsTests {

	private static final List<Bar> BARS = BarFixtures.walk(21, 2000);

	static Stream<Case> cases() {
		return Stream.of(
				new Case("sma", () -> Indicators.sma(20), it -> new SMAIndicator(close(it), 20)),
				new Case("average volume", () -> Indicators.averageVolume(7), it -> new SMAIndicator(new VolumeIndicator(it), 7)),
				new Case("ema", () -> Indicators.ema(20), it -> new EMAIndicator(close(it), 20)),
				new Case("rsi", () -> Indicators.rsi(14), it -> new RSIIndicator(close(it), 14)),
				new Case("macd", () -> Indicators.macd(12, 26), it -> new MACDIndicator(close(it), 12, 26)),
				new Case("macd signal", () -> Indicators.macdSignal(12, 26, 9),
						it -> new EMAIndicator(new MACDIndicator(close(it), 12, 26), 9)),
				new Case("lower band", () -> Indicators.bollingerLower(20, 2), it -> new BollingerBandsLowerIndicator(
						new BollingerBandsMiddleIndicator(new SMAIndicator(close(it), 20)), new StandardDeviationIndicator(close(it), 20))),
				new Case("upper band", () -> Indicators.bollingerUpper(20, 2), it -> new BollingerBandsUpperIndicator(
						new BollingerBandsMiddleIndicator(new SMAIndicator(close(it), 20)), new StandardDeviationIndicator(close(it), 20))),
				new Case("atr", () -> Indicators.atr(14), it -> new ATRIndicator(it, 14)),
				new Case("highest", () -> Indicators.highest(20), it -> new HighestValueIndicator(new HighPriceIndicator(it), 20)),
				new Case("lowest", () -> Indicators.lowest(20), it -> new LowestValueIndicator(new LowPriceIndicator(it), 20)),
				new Case("rate of change", () -> Indicators.rateOfChange(9), it -> new ROCIndicator(close(it), 9)),
				new Case("stochastic", () -> Indicators.stochastic(14), it -> new StochasticOscillatorKIndicator(it, 14)));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void agreesWithTheReference(Case it) {
		BarSeries series = series();
		var reference = it.reference.apply(series);
		Indicator ours = it.ours.get();
		int compared = 0;
		for (int i = 0; i < BARS.size(); i++) {
			double value = ours.next(BARS.get(i));
			if (i >= ours.memory()) {
				assertThat(value).as("at bar %d", i).isCloseTo(reference.getValue(i).doubleValue(), within(1e-8));
				compared++;
			}
		}
		assertThat(compared).isGreaterThan(500);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void saysNothingBeforeItsWarmUpAndSomethingFromThenOn(Case it) {
		Indicator indicator = it.ours.get();
		for (int i = 1; i <= 200; i++) {
			assertThat(Double.isNaN(indicator.next(BARS.get(i - 1)))).as("bar %d", i).isEqualTo(i < indicator.warmUp());
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void isTheSameToTheLastBitAfterItsMemoryWhereverItBegan(Case it) {
		Indicator old = it.ours.get();
		Indicator young = it.ours.get();
		int begin = 700;
		for (int i = 0; i < BARS.size(); i++) {
			double value = old.next(BARS.get(i));
			double other = i >= begin ? young.next(BARS.get(i)) : Double.NaN;
			if (i >= begin + young.memory()) {
				assertThat(other).isEqualTo(value);
			}
		}
		assertThat(begin + young.memory()).isLessThan(BARS.size() - 300);
	}

	@Test
	void beginsWildersAverageAsHeDid() {
		Indicator rsi = Indicators.rsi(2);
		double[] values = BarFixtures.closes("10", "11", "10", "9").stream().mapToDouble(rsi::next).toArray();
		assertThat(values[2]).isEqualTo(50);
		assertThat(values[3]).isEqualTo(25);
	}

	@Test
	void takesAStillMarketForNeutral() {
		Indicator rsi = Indicators.rsi(3);
		Indicator stochastic = Indicators.stochastic(3);
		for (Bar bar : BarFixtures.closes("5", "5", "5", "5")) {
			double strength = rsi.next(bar);
			double place = stochastic.next(bar);
			assertThat(Double.isNaN(strength) || strength == 50).isTrue();
			assertThat(Double.isNaN(place) || place == 50).isTrue();
		}
	}

	@Test
	void measuresHowStraightTheWayWas() {
		assertThat(last(Indicators.efficiency(4), "1", "2", "3", "4", "5")).isEqualTo(1);
		assertThat(last(Indicators.efficiency(4), "1", "2", "1", "2", "1")).isZero();
		assertThat(last(Indicators.efficiency(4), "1", "2", "3", "4", "3")).isEqualTo(0.5);
		assertThat(last(Indicators.efficiency(4), "1", "1", "1", "1", "1")).isZero();
	}

	@Test
	void countsTheGapInTheRange() {
		Indicator range = Indicators.range();
		range.next(BarFixtures.bar(0, "10", "9", "9"));
		assertThat(range.next(BarFixtures.bar(1, "13", "12", "12"))).isEqualTo(4);
	}

	@Test
	void refusesPeriodsOutOfBounds() {
		assertThatIllegalArgumentException().isThrownBy(() -> Indicators.sma(0)).withMessageContaining("not be 0");
		assertThatIllegalArgumentException().isThrownBy(() -> Indicators.ema(1002));
		assertThatIllegalArgumentException().isThrownBy(() -> Indicators.rsi(-1));
	}

	private static double last(Indicator indicator, String... closes) {
		return BarFixtures.closes(closes).stream().map(indicator::next).toList().getLast();
	}

	private static ClosePriceIndicator close(BarSeries series) {
		return new ClosePriceIndicator(series);
	}

	private static BarSeries series() {
		var numbers = DoubleNumFactory.getInstance();
		BarSeries series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
		for (Bar it : BARS) {
			series.addBar(new BaseBar(it.timeframe().duration(), it.openAt(), it.closeAt(), number(it.open()), number(it.high()),
					number(it.low()), number(it.close()), number(it.volume()), numbers.zero(), it.trades()));
		}
		return series;
	}

	private static Num number(BigDecimal value) {
		return DoubleNumFactory.getInstance().numOf(value);
	}

	record Case(String name, Supplier<Indicator> ours, Function<BarSeries, org.ta4j.core.Indicator<Num>> reference) {

		@Override
		public String toString() {
			return name;
		}
	}
}
