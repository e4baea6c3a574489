package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.NOON;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AverageTrueRangeTests {

	private final AverageTrueRange atr = new AverageTrueRange(2);

	@Test
	void knowsNothingBeforeAWholePeriod() {
		add("10", "12", "9");
		assertThat(atr.value()).isNull();
		add("11", "12", "10");
		assertThat(atr.value()).isNull();
		add("11", "13", "10");
		assertThat(atr.value()).as("of 2 and 3").isEqualByComparingTo("2.5");
	}

	@Test
	void weighsTheNewestByItsShareOfThePeriod() {
		add("10", "10", "10");
		add("10", "12", "10");
		add("10", "12", "10");
		add("10", "16", "10");
		assertThat(atr.value()).as("half of 2 and half of 6").isEqualByComparingTo("4");
		add("10", "10", "10");
		assertThat(atr.value()).isEqualByComparingTo("2");
	}

	@Test
	void countsGapsInBothDirections() {
		AverageTrueRange last = new AverageTrueRange(1);
		last.add(bar("10", "10", "10"));
		last.add(bar("14", "15", "13"));
		assertThat(last.value()).as("from 10 up to 15").isEqualByComparingTo("5");
		last.add(bar("8", "9", "7"));
		assertThat(last.value()).as("from 14 down to 7").isEqualByComparingTo("7");
	}

	@Test
	void needsAPeriod() {
		assertThatThrownBy(() -> new AverageTrueRange(0)).hasMessageContaining("at least one");
	}

	private void add(String close, String high, String low) {
		atr.add(bar(close, high, low));
	}

	private static Bar bar(String close, String high, String low) {
		return new Bar("BTC/USD", Timeframe.M1, NOON, number(close), number(high), number(low), number(close), BigDecimal.ONE, 1, 1);
	}
}
