package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.StrategyType;
import io.vigie.engine.strategy.Strategies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAheadTests {

	private static final List<Bar> BARS = Market.walk(1, 600);

	@ParameterizedTest
	@ValueSource(ints = {1, 2, 10, 300})
	void findsStrategiesThatKnowWhatComes(int ahead) {
		Check check = LookAhead.check(bars -> Market.peeking(bars, ahead), BARS, Market.assumptions(BARS));

		assertThat(check.passed()).isFalse();
		assertThat(check.words()).contains("cut away the decision at bar", "it knows the future");
	}

	/** The commonest way to cheat unknowingly: a yardstick taken from all the data, here the mean of all closes. */
	@Test
	void findsAYardstickTakenFromAllTheData() {
		Check check = LookAhead.check(bars -> {
			BigDecimal sum = bars.stream().map(Bar::close).reduce(BigDecimal.ZERO, BigDecimal::add);
			BigDecimal count = BigDecimal.valueOf(bars.size());
			return Market.deciding(1, 0, bar -> bar.close().multiply(count).compareTo(sum) < 0 ? Action.BUY : Action.CLOSE);
		}, BARS, Market.assumptions(BARS));

		assertThat(check.passed()).isFalse();
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void findsNothingAmongOurOwn(StrategyType type) {
		Check check = LookAhead.check(_ -> type.start(Map.of()), BARS, Market.assumptions(BARS));

		assertThat(check).isEqualTo(new Check("look-ahead", true, check.words()));
		assertThat(check.words()).matches("The future was cut away at [2-8]\\d moments, nothing before them changed");
	}

	static List<StrategyType> strategies() {
		return Strategies.all();
	}

	@Test
	void looksAtStrategiesThatNeverTrade() {
		assertThat(LookAhead.check(_ -> Market.deciding(1, 0, _ -> Action.HOLD), BARS, Market.assumptions(BARS)).passed()).isTrue();
	}
}
