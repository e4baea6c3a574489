package io.vigie.executor.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrailTests {

	private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

	@Test
	void raisesTheStopWithThePrice() {
		assertThat(Trail.raised(of("98"), of("105"), of("2.1"))).contains(of("102.90"));
	}

	@Test
	void neverLowersIt() {
		assertThat(Trail.raised(of("98"), of("99"), of("2"))).isEmpty();
		assertThat(Trail.raised(of("98"), of("100"), of("2"))).isEmpty();
	}

	@Test
	void leavesItForLessThanAThousandthOfThePrice() {
		assertThat(Trail.raised(of("98"), of("100.09"), of("2"))).isEmpty();
		assertThat(Trail.raised(of("98"), of("100.11"), of("2"))).contains(of("98.11"));
	}

	@Test
	void neverReachesThePriceAndDoesNothingWithoutADistance() {
		assertThat(Trail.raised(of("98"), of("105"), BigDecimal.ZERO)).isEmpty();
		assertThat(Trail.raised(of("98"), of("105"), of("0.001")).orElseThrow()).isLessThan(of("105"));
	}

	@Test
	void keepsToTheDigitsOfTheStopThatStands() {
		assertThat(Trail.raised(of("0.981234"), of("1.2000019"), of("0.1"))).contains(of("1.100001"));
		assertThat(Trail.raised(of("98.10"), of("105.1234"), of("2"))).contains(of("103.12"));
	}

	@Test
	void measuresPercent() {
		assertThat(Trail.distance(of("150"), of("20"))).isEqualByComparingTo("30");
	}

	@Test
	void knowsTheTrueRangeAfterAWholePeriod() {
		var ranges = new TrueRanges();
		for (int i = 0; i < 13; i++) {
			ranges.saw(bar(i, "101", "99", "100"));
		}
		assertThat(ranges.of("AAPL", Timeframe.M1)).isEmpty();
		ranges.saw(bar(13, "101", "99", "100"));

		assertThat(ranges.of("AAPL", Timeframe.M1).orElseThrow()).isEqualByComparingTo("2");
		assertThat(ranges.of("AAPL", Timeframe.M5)).isEmpty();
		assertThat(ranges.of("MSFT", Timeframe.M1)).isEmpty();
	}

	@Test
	void countsGapsAndLeavesOutWhatComesAgain() {
		var ranges = new TrueRanges();
		for (int i = 0; i < 14; i++) {
			ranges.saw(bar(i, "101", "99", "100"));
		}
		Bar gap = bar(14, "116", "115", "115.5");
		ranges.saw(gap);
		ranges.saw(gap);

		assertThat(ranges.of("AAPL", Timeframe.M1).orElseThrow()).isEqualByComparingTo("3");
	}

	private static Bar bar(int minute, String high, String low, String close) {
		return new Bar("AAPL", Timeframe.M1, BEGIN.plusSeconds(60L * minute), of(close), of(high), of(low), of(close), BigDecimal.ONE, 1, minute);
	}

	private static BigDecimal of(String value) {
		return new BigDecimal(value);
	}
}
