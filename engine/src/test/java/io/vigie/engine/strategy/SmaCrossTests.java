package io.vigie.engine.strategy;

import static io.vigie.engine.strategy.Action.BUY;
import static io.vigie.engine.strategy.Action.CLOSE;
import static io.vigie.engine.strategy.Action.HOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmaCrossTests {

	@Test
	void buysWhereFastCrossesAboveSlowAndLeavesWhereItCrossesBelow() {
		var actions = BarFixtures.actions(cross(1, 2), BarFixtures.closes("10", "9", "8", "9", "10", "9"));
		assertThat(actions).containsExactly(HOLD, HOLD, HOLD, BUY, HOLD, CLOSE);
	}

	@Test
	void holdsWhileAveragesKeepTheirOrder() {
		assertThat(BarFixtures.actions(cross(1, 2), BarFixtures.closes("1", "2", "3", "4", "5"))).containsOnly(HOLD);
	}

	/** Both sums are equal in decimals; in binary the averages differ, which would be a cross. */
	@Test
	void averagesThatOnlyDecimalsSeeAsEqualAreNoCross() {
		assertThat((0.6 + 0.2 + 0.1 + 0.7) / 4).isNotEqualTo((0.1 + 0.7) / 2);
		var decisions = BarFixtures.decisions(cross(2, 4), BarFixtures.closes("0.6", "0.6", "0.2", "0.1", "0.7"));
		assertThat(decisions.getLast().reasoning()).isEqualTo("SMA(2) 0.400000 equals SMA(4) 0.400000");
	}

	@Test
	void touchingAndPartingOnTheSameSideIsNoCross() {
		var actions = BarFixtures.actions(cross(1, 2), BarFixtures.closes("10", "9", "8", "8", "8", "7", "6"));
		assertThat(actions).containsOnly(HOLD);
	}

	@Test
	void touchingAndPartingOnTheOtherSideIsACross() {
		var actions = BarFixtures.actions(cross(1, 2), BarFixtures.closes("10", "9", "8", "8", "8", "9"));
		assertThat(actions.getLast()).isEqualTo(BUY);
		assertThat(actions.subList(0, 5)).containsOnly(HOLD);
	}

	@Test
	void firstDifferenceIsNoCross() {
		assertThat(BarFixtures.actions(cross(1, 2), BarFixtures.closes("5", "5", "5", "6", "7"))).containsOnly(HOLD);
	}

	@Test
	void forgetsADifferenceOlderThanItsMemoryAsANewInstanceWould() {
		List<String> closes = new ArrayList<>(List.of("10", "9", "8"));
		closes.addAll(Collections.nCopies(600, "8"));
		closes.add("9");
		var actions = BarFixtures.actions(cross(1, 2), BarFixtures.closes(closes.toArray(String[]::new)));
		assertThat(actions.getLast()).isEqualTo(HOLD);
	}

	@Test
	void saysWhyWithTheValues() {
		Decision decision = BarFixtures.decisions(cross(1, 2), BarFixtures.closes("10", "9", "8", "9")).getLast();
		assertThat(decision.reasoning()).isEqualTo("SMA(1) 9.00 crossed above SMA(2) 8.50");
		assertThat(decision.indicators()).containsEntry("sma_fast", new BigDecimal("9"))
			.containsEntry("sma_slow", new BigDecimal("8.5"));
		assertThat(decision.confidence()).isBetween(new BigDecimal("0.5"), BigDecimal.ONE);
	}

	@Test
	void isTheSurerTheFurtherTheAveragesPartForTheBarsRange() {
		var calm = BarFixtures.closes("10", "9", "8");
		assertThat(after(calm, BarFixtures.bar(3, "9", "7", "9")).confidence()).isEqualByComparingTo("0.625");
		assertThat(after(calm, BarFixtures.bar(3, "9", "8.8", "9")).confidence()).isEqualByComparingTo("1");
		assertThat(after(calm, BarFixtures.bar(3, "9", "9", "9")).confidence()).isEqualByComparingTo("0.5");
	}

	@Test
	void saysHowFarItsWarmUpIs() {
		Decision decision = cross(10, 20).onBar(BarFixtures.bar(0, "1", "1", "1"));
		assertThat(decision.reasoning()).isEqualTo("Warming up: 1 of 21 bars");
	}

	@Test
	void refusesFastAverageThatIsNotFaster() {
		assertThatIllegalArgumentException().isThrownBy(() -> cross(20, 20))
			.withMessageContaining("sma-cross").withMessageContaining("'fast' must be smaller than 'slow'");
	}

	/** The trade list that five independent engines agree on: enter and leave at the open after the signal. */
	@Test
	void agreesWithTheReferenceTradesOnAppleDailyBars() {
		List<String> trades = new ArrayList<>();
		var bars = BarFixtures.aapl();
		var actions = BarFixtures.actions(cross(10, 20), bars);
		int entry = -1;
		for (int i = 0; i + 1 < bars.size(); i++) {
			if (actions.get(i) == BUY && entry < 0) {
				entry = i + 1;
			}
			else if (actions.get(i) == CLOSE && entry >= 0) {
				trades.add(trade(entry, bars.get(entry).open(), i + 1, bars.get(i + 1).open()));
				entry = -1;
			}
		}
		assertThat(trades).hasSize(7).isEqualTo(reference());
	}

	private static List<String> reference() {
		return BarFixtures.lines("aapl_1d.sma_cross.csv").stream().skip(1).map(line -> line.split(","))
			.map(cell -> trade(Integer.parseInt(cell[0]), new BigDecimal(cell[2]), Integer.parseInt(cell[3]), new BigDecimal(cell[5])))
			.toList();
	}

	private static String trade(int entry, BigDecimal entryPrice, int exit, BigDecimal exitPrice) {
		return entry + "@" + entryPrice.stripTrailingZeros() + " " + exit + "@" + exitPrice.stripTrailingZeros();
	}

	private static Decision after(List<Bar> bars, Bar last) {
		Strategy strategy = cross(1, 2);
		bars.forEach(strategy::onBar);
		return strategy.onBar(last);
	}

	private static Strategy cross(int fast, int slow) {
		return Strategies.start("sma-cross", Map.of("fast", BigDecimal.valueOf(fast), "slow", BigDecimal.valueOf(slow)));
	}
}
