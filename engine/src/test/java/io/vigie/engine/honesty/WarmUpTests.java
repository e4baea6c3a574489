package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.strategy.StrategyType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WarmUpTests {

	private static final List<Bar> BARS = Market.walk(2, 1200);

	/** Buys above the close of so many bars before, leaves below it. */
	private static Strategy momentum(int needed, int warmUp, int memory) {
		Deque<Bar> past = new ArrayDeque<>();
		return Market.deciding(warmUp, memory, bar -> {
			past.add(bar);
			Bar before = past.size() > needed ? past.removeFirst() : null;
			return before == null ? Action.HOLD : bar.close().compareTo(before.close()) > 0 ? Action.BUY : Action.CLOSE;
		});
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void isAsLongAsOurOwnStrategiesSay(StrategyType type) {
		assertThat(WarmUp.check(() -> type.start(Map.of()), BARS)).extracting(Check::passed, Check::name).containsExactly(true, "warm-up");
	}

	static List<StrategyType> strategies() {
		return Strategies.all();
	}

	@Test
	void isLongEnoughWhereItSaysWhatItNeeds() {
		assertThat(WarmUp.check(() -> momentum(50, 51, 51), BARS).words()).isEqualTo(
				"Begun anew at 20 moments, with the last 51 bars, it decides as if it had seen all");
	}

	@Test
	void findsStrategiesThatNeedMoreThanTheySay() {
		Check check = WarmUp.check(() -> momentum(50, 20, 20), BARS);

		assertThat(check.passed()).isFalse();
		assertThat(check.words()).startsWith("Begun anew with the 20 bars before");
	}

	@Test
	void findsStrategiesThatTradeBeforeTheyCan() {
		assertThat(WarmUp.check(() -> momentum(5, 50, 50), BARS).words()).endsWith("at bar 5 and to need 50 bars before it can");
	}

	@Test
	void findsStrategiesThatNeverForget() {
		assertThat(WarmUp.check(() -> {
			int[] seen = {0};
			return Market.deciding(1, 10, _ -> seen[0]++ > 500 ? Action.BUY : Action.HOLD);
		}, BARS).passed()).isFalse();
	}

	@Test
	void saysSoWhereTheDataCannotTell() {
		assertThat(WarmUp.check(() -> momentum(50, 51, 51), BARS.subList(0, 60)).words()).isEqualTo("60 bars are too few to tell: it remembers 51");
	}
}
