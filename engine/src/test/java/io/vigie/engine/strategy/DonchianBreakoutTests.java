package io.vigie.engine.strategy;

import static io.vigie.engine.strategy.Action.BUY;
import static io.vigie.engine.strategy.Action.CLOSE;
import static io.vigie.engine.strategy.Action.HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DonchianBreakoutTests {

	private static final List<Bar> CALM = List.of(BarFixtures.bar(0, "11", "9", "10"), BarFixtures.bar(1, "12", "9", "10"),
			BarFixtures.bar(2, "11", "8", "10"));

	@Test
	void buysWhereABarClosesAboveTheHighsBeforeIt() {
		Decision decision = after(BarFixtures.bar(3, "13", "10", "12.5"));
		assertThat(decision.action()).isEqualTo(BUY);
		assertThat(decision.reasoning()).isEqualTo("Close 12.50 broke above the 3-bar high 12.00");
		assertThat(decision.indicators()).containsEntry("donchian_high", new BigDecimal("12"))
			.containsEntry("donchian_low", new BigDecimal("8"));
	}

	@Test
	void leavesWhereABarClosesBelowTheLowsBeforeIt() {
		Decision decision = after(BarFixtures.bar(3, "10", "7", "7.5"));
		assertThat(decision.action()).isEqualTo(CLOSE);
		assertThat(decision.reasoning()).isEqualTo("Close 7.50 broke below the 2-bar low 8.00");
	}

	@Test
	void closeOnTheEdgeIsNoBreakout() {
		assertThat(after(BarFixtures.bar(3, "12", "9", "12")).action()).isEqualTo(HOLD);
		assertThat(after(BarFixtures.bar(3, "9", "8", "8")).action()).isEqualTo(HOLD);
	}

	@Test
	void highOutsideWithACloseInsideIsNoBreakout() {
		assertThat(after(BarFixtures.bar(3, "20", "1", "10")).action()).isEqualTo(HOLD);
	}

	@Test
	void comparesWithTheWholeChannelOnly() {
		Strategy strategy = Strategies.start("donchian-breakout", Map.of());
		assertThat(strategy.warmUp()).isEqualTo(21);
		var actions = BarFixtures.actions(strategy, BarFixtures.aapl());
		assertThat(actions.subList(0, 20)).containsOnly(HOLD);
		assertThat(actions).contains(BUY, CLOSE);
	}

	private static Decision after(Bar last) {
		Strategy strategy = Strategies.start("donchian-breakout",
				Map.of("entry", BigDecimal.valueOf(3), "exit", BigDecimal.valueOf(2)));
		CALM.forEach(strategy::onBar);
		return strategy.onBar(last);
	}
}
