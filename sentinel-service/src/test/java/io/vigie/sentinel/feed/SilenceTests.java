package io.vigie.sentinel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTests {

	@Test
	void countsNothingAgainThatIsShownAgain() {
		Silence silence = new Silence("BTC/USD");
		Instant noon = Instant.parse("2026-01-05T12:00:00Z");

		assertThat(Stream.of(0, 180, 0, 180, 240).map(it -> silence.endedBy(new Tick("BTC/USD", 1, noon.plusSeconds(it), BigDecimal.ONE, BigDecimal.ONE))))
			.containsExactly(0L, 2L, 0L, 0L, 0L);
	}

	@ParameterizedTest(name = "{0}: {4}")
	@CsvSource({"BTC/USD, 2026-01-05T10:00:00Z, 2026-01-05T10:00:59Z, 0, the same minute",
			"BTC/USD, 2026-01-05T10:00:59Z, 2026-01-05T10:01:00Z, 0, the next minute",
			"BTC/USD, 2026-01-05T10:00:59Z, 2026-01-05T10:02:00Z, 1, one minute between",
			"BTC/USD, 2026-01-05T10:00:30Z, 2026-01-05T10:05:00Z, 4, four between",
			"BTC/USD, 2026-01-09T23:58:00Z, 2026-01-12T00:01:00Z, 2882, a weekend is none of its own to crypto",
			"AAPL, 2026-01-05T15:00:30Z, 2026-01-05T15:03:00Z, 2, within a day",
			"AAPL, 2026-01-05T20:59:59Z, 2026-01-06T14:30:00Z, 0, a night",
			"AAPL, 2026-01-05T23:59:00Z, 2026-01-06T00:02:00Z, 2, midnight in Greenwich is no night in New York",
			"AAPL, 2026-01-09T20:59:00Z, 2026-01-12T14:30:00Z, 0, a weekend"})
	void countsMinutesWithoutAPrint(String symbol, Instant before, Instant now, long minutes, String why) {
		Silence silence = new Silence(symbol);

		assertThat(Stream.of(before, now).map(it -> silence.endedBy(new Tick(symbol, 1, it, BigDecimal.ONE, BigDecimal.ONE)))).as(why)
			.containsExactly(0L, minutes);
	}
}
