package io.vigie.engine.strategy;

import static io.vigie.engine.strategy.Action.BUY;
import static io.vigie.engine.strategy.Action.CLOSE;
import static io.vigie.engine.strategy.Action.HOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RsiReversionTests {

	/** The worked example of StockCharts' ChartSchool, to the digits printed there. */
	private static final String[] TEXTBOOK = {"44.3389", "44.0902", "44.1497", "43.6124", "44.3278", "44.8264", "45.0955",
			"45.4245", "45.8433", "46.0826", "45.8931", "46.0328", "45.6140", "46.2820", "46.2820", "46.0028", "46.0328",
			"46.4116", "46.2222"};

	@Test
	void computesTheTextbookValues() {
		var values = BarFixtures.decisions(reversion(Map.of()), BarFixtures.closes(TEXTBOOK)).stream()
			.map(it -> it.indicators().get("rsi")).toList();
		assertThat(values.subList(0, 15)).containsOnlyNulls();
		assertThat(values.subList(15, 19).stream().map(it -> it.setScale(2, RoundingMode.HALF_UP).toString()))
			.containsExactly("66.32", "66.55", "69.41", "66.36");
	}

	@Test
	void buysOnceWhereItFallsBelowAndLeavesOnceWhereItRisesAbove() {
		var strategy = reversion(Map.of("period", BigDecimal.TWO));
		var decisions = BarFixtures.decisions(strategy, BarFixtures.closes("10", "11", "10", "9", "8", "9", "11", "12"));
		assertThat(decisions.stream().map(Decision::action)).containsExactly(HOLD, HOLD, HOLD, BUY, HOLD, HOLD, CLOSE, HOLD);
		assertThat(decisions.get(3).reasoning()).isEqualTo("RSI(2) 25.00 fell below 30");
		assertThat(decisions.get(4).reasoning()).contains("is still below 30");
		assertThat(decisions.get(7).reasoning()).contains("is still above 70");
	}

	@Test
	void reachingTheMarkIsNotPassingIt() {
		var strategy = reversion(Map.of("period", BigDecimal.TWO, "oversold", new BigDecimal("25")));
		assertThat(BarFixtures.actions(strategy, BarFixtures.closes("10", "11", "10", "9"))).containsOnly(HOLD);
	}

	@Test
	void marketThatStandsStillIsNeitherOversoldNorOverbought() {
		var strategy = reversion(Map.of("period", BigDecimal.valueOf(3)));
		var decisions = BarFixtures.decisions(strategy, BarFixtures.closes("5", "5", "5", "5", "5", "5"));
		assertThat(decisions.getLast().indicators()).containsEntry("rsi", BigDecimal.valueOf(50));
		assertThat(decisions.stream().map(Decision::action)).containsOnly(HOLD);
	}

	@Test
	void staysQuietInAMarketThatSwingsEvenly() {
		List<Bar> bars = BarFixtures.closes(IntStream.range(0, 60).mapToObj(i -> i % 2 == 0 ? "10" : "11").toArray(String[]::new));
		assertThat(BarFixtures.actions(reversion(Map.of()), bars)).containsOnly(HOLD);
	}

	@Test
	void refusesMarksInTheWrongOrder() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> reversion(Map.of("oversold", BigDecimal.valueOf(70), "overbought", BigDecimal.valueOf(30))))
			.withMessageContaining("'oversold' must be smaller than 'overbought'");
	}

	private static Strategy reversion(Map<String, BigDecimal> parameters) {
		return Strategies.start("rsi-reversion", parameters);
	}
}
