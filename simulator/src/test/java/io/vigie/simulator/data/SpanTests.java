package io.vigie.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.simulator.exchange.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTests {

	private static final Instant START = Instant.parse("2026-01-07T10:00:00Z");

	@Test
	void putsMinutesTogether() {
		List<Bar> bars = Span.of("5Min").aggregate(minutes(10), START.plusSeconds(600));
		assertThat(bars).hasSize(2);
		assertThat(bars.getFirst()).satisfies(it -> {
			assertThat(it.open()).isEqualByComparingTo("100");
			assertThat(it.high()).isEqualByComparingTo("105");
			assertThat(it.low()).isEqualByComparingTo("99");
			assertThat(it.close()).isEqualByComparingTo("104.5");
			assertThat(it.volume()).isEqualByComparingTo("10");
			assertThat(it.trades()).isEqualTo(5);
		});
	}

	@Test
	void leavesOutWhatIsNotOver() {
		assertThat(Span.of("5Min").aggregate(minutes(9), START.plusSeconds(540))).hasSize(1);
		assertThat(Span.of("5Min").aggregate(minutes(9), START.plusSeconds(600))).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "1Min, 2026-01-07T10:17:00Z", "15Min, 2026-01-07T10:15:00Z", "15T, 2026-01-07T10:15:00Z",
			"4Hour, 2026-01-07T08:00:00Z", "1Day, 2026-01-07T00:00:00Z", "1Week, 2026-01-05T00:00:00Z", "1Month, 2026-01-01T00:00:00Z" })
	void beginsWhereTheCalendarSays(String span, Instant begin) {
		assertThat(Span.of(span).floor(Instant.parse("2026-01-07T10:17:42Z"))).isEqualTo(begin);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0Min", "5Minutes", "Min", "-1Min", "100Min" })
	void refusesWhatIsNoTimeframe(String text) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> Span.of(text)).withMessage("invalid timeframe: " + text);
	}

	private static List<Bar> minutes(int count) {
		List<Bar> minutes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			BigDecimal open = BigDecimal.valueOf(100 + i);
			minutes.add(new Bar("SIM1", Timeframe.M1, START.plusSeconds(60L * i), open, open.add(BigDecimal.ONE),
					open.subtract(BigDecimal.ONE), open.add(new BigDecimal("0.5")), BigDecimal.TWO, 1, i));
		}
		return minutes;
	}
}
