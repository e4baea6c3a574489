package io.vigie.sentinel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Quote;
import io.vigie.sentinel.feed.QuoteGate.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuoteGateTests {

	private final QuoteGate gate = new QuoteGate(Duration.ofSeconds(1));

	@Test
	void letsOneThroughPerSymbolAndWhile() {
		assertThat(gate.check(quote("A", "10", "11"), 0)).isEqualTo(Answer.PASS);
		assertThat(gate.check(quote("A", "10", "11"), 999_999_999)).isEqualTo(Answer.TOO_SOON);
		assertThat(gate.check(quote("B", "10", "11"), 999_999_999)).isEqualTo(Answer.PASS);
		assertThat(gate.check(quote("A", "10", "11"), 1_000_000_000)).isEqualTo(Answer.PASS);
	}

	@Test
	void stopsWhatCannotBeTrue() {
		assertThat(gate.check(quote("A", "11", "10"), 0)).isEqualTo(Answer.CROSSED);
		assertThat(gate.check(quote("A", "0", "10"), 0)).isEqualTo(Answer.CROSSED);
		assertThat(gate.check(quote("A", "-1", "0"), 0)).isEqualTo(Answer.CROSSED);
		assertThat(gate.check(quote("A", "10", "10"), 0)).isEqualTo(Answer.PASS);
	}

	private static Quote quote(String symbol, String bid, String ask) {
		return new Quote(symbol, Instant.EPOCH, new BigDecimal(bid), BigDecimal.ONE, new BigDecimal(ask),
				BigDecimal.ONE);
	}
}
