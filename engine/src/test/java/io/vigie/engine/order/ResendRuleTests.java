package io.vigie.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.order.ResendRule.Decision;
import io.vigie.engine.order.ResendRule.LookUp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResendRuleTests {

	@Test
	void letsAlpacaHaveTheSameIdAgain() {
		assertThat(ResendRule.ALPACA.decide(LookUp.NOT_DONE, Duration.ZERO)).isInstanceOf(Decision.Allowed.class);
		assertThat(ResendRule.ALPACA.decide(LookUp.ABSENT, Duration.ZERO)).isInstanceOf(Decision.Allowed.class);
	}

	@Test
	void makesBinanceBeLookedUpFirst() {
		assertThat(ResendRule.BINANCE.decide(LookUp.NOT_DONE, Duration.ofMinutes(1))).isInstanceOf(Decision.Forbidden.class);
	}

	@Test
	void waitsAtBinanceUntilAbsenceIsProof() {
		assertThat(ResendRule.BINANCE.decide(LookUp.ABSENT, Duration.ofSeconds(5)))
			.isEqualTo(new Decision.Wait(Duration.ofSeconds(1), ResendRule.BINANCE.reason()));
		assertThat(ResendRule.BINANCE.decide(LookUp.ABSENT, Duration.ofSeconds(6))).isInstanceOf(Decision.Allowed.class);
	}

	@Test
	void neverRepeatsWhatTheVenueHas() {
		assertThat(ResendRule.ALPACA.decide(LookUp.FOUND, Duration.ofDays(1))).isInstanceOf(Decision.Forbidden.class);
		assertThat(ResendRule.BINANCE.decide(LookUp.FOUND, Duration.ofDays(1))).isInstanceOf(Decision.Forbidden.class);
	}
}
