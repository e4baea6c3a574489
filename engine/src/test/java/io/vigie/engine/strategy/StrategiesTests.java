package io.vigie.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every strategy there is. */
class StrategiesTests {

	static Stream<StrategyType> all() {
		return Strategies.all().stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void doesNotLookAhead(StrategyType type) {
		List<Bar> bars = BarFixtures.walk(7, 400);
		var whole = BarFixtures.decisions(type.start(Map.of()), bars);
		for (int length = 1; length < bars.size(); length += 13) {
			assertThat(BarFixtures.decisions(type.start(Map.of()), bars.subList(0, length))).isEqualTo(whole.subList(0, length));
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void newInstanceDecidesLikeTheOldOneAfterItsMemory(StrategyType type) {
		Strategy late = type.start(Map.of());
		int begin = 1100;
		int warm = begin + late.memory();
		List<Bar> bars = BarFixtures.walk(11, warm + 1000);
		var whole = BarFixtures.decisions(type.start(Map.of()), bars);
		BarFixtures.decisions(late, bars.subList(begin, warm));
		assertThat(BarFixtures.decisions(late, bars.subList(warm, bars.size()))).isEqualTo(whole.subList(warm, bars.size()));
	}

	@ParameterizedTest
	@MethodSource("all")
	void onlyHoldsWhileItWarmsUp(StrategyType type) {
		Strategy strategy = type.start(Map.of());
		var cold = BarFixtures.walk(3, strategy.warmUp() - 1);
		assertThat(BarFixtures.actions(strategy, cold)).allMatch(Action.HOLD::equals);
		assertThat(strategy.memory()).isGreaterThanOrEqualTo(strategy.warmUp() - 1);
	}

	@ParameterizedTest
	@MethodSource("all")
	void actsOnALongWalkAndSaysWhy(StrategyType type) {
		var acted = BarFixtures.decisions(type.start(Map.of()), BarFixtures.lively(5, 1500)).stream()
			.filter(it -> it.action() != Action.HOLD).toList();
		assertThat(acted).extracting(Decision::action).contains(Action.BUY, Action.CLOSE);
		assertThat(acted).allSatisfy(it -> {
			assertThat(it.reasoning()).isNotBlank();
			assertThat(it.indicators()).isNotEmpty();
			assertThat(it.confidence()).isPositive();
		});
	}

	@ParameterizedTest
	@MethodSource("all")
	void refusesABarThatIsNotLater(StrategyType type) {
		Strategy strategy = type.start(Map.of());
		List<Bar> bars = BarFixtures.walk(5, 2);
		BarFixtures.decisions(strategy, bars);
		assertThatIllegalArgumentException().isThrownBy(() -> strategy.onBar(bars.getLast())).withMessageContaining("is not after");
		assertThatIllegalArgumentException().isThrownBy(() -> strategy.onBar(bars.getFirst()));
	}

	@ParameterizedTest
	@MethodSource("all")
	void hasDefaultsInsideTheirRanges(StrategyType type) {
		assertThat(type.meaning()).isNotBlank();
		assertThat(type.parameters()).allSatisfy(it -> assertThat(it.check(it.byDefault())).isEqualTo(it.byDefault()));
	}

	@Test
	void namesTheStrategiesItKnowsWhenAskedForAnother() {
		assertThatIllegalArgumentException().isThrownBy(() -> Strategies.named("astrology"))
			.withMessage("Unknown strategy 'astrology', known are [sma-cross, rsi-reversion, donchian-breakout, bollinger-reversion, "
					+ "macd-momentum, multi-timeframe-trend, volatility-breakout, relative-strength, pair-reversion, sniper, "
					+ "technician, holder, every-bar]");
	}

	@Test
	void refusesUnknownParameters() {
		assertThatIllegalArgumentException().isThrownBy(() -> Strategies.start("sma-cross", Map.of("quick", BigDecimal.TEN)))
			.withMessage("Strategy 'sma-cross': Unknown parameter 'quick', known are [fast, slow]");
	}

	@Test
	void refusesValuesOutOfRangeOrNotWhole() {
		assertThatIllegalArgumentException().isThrownBy(() -> Strategies.start("sma-cross", Map.of("fast", BigDecimal.ZERO)))
			.withMessageContaining("'fast' must lie between 1 and 1000, not be 0");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Strategies.start("sma-cross", Map.of("slow", new BigDecimal("20.5"))))
			.withMessageContaining("'slow' must be a whole number, not 20.5");
	}

	@Test
	void refusesAConfidenceThatIsNone() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Decision(Action.BUY, new BigDecimal("1.01"), Map.of(), "sure"));
	}
}
