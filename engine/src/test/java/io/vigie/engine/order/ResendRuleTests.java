package io.vigie.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.order.ResendRule.Decision;
import io.vigie.engine.order.ResendRule.LookUp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResendRuleTests {

	@Test
	void letsAlpacaHaveTheSameIdAgain() {
		assertThat(ResendRule.ALPACA.decide(LookUp.NOT_DONE, Duration.ZERO)).isInstanceOf(Decision.Allowed.class);
	}

	@ParameterizedTest
	@EnumSource
	void waitsUntilTheLastSendCannotArriveAnyMore(ResendRule.Dialect dialect) {
		ResendRule rule = ResendRule.of(dialect);
		assertThat(rule.decide(LookUp.ABSENT, Duration.ofSeconds(5))).isEqualTo(new Decision.Wait(Duration.ofSeconds(1), rule.reason()));
		assertThat(rule.decide(LookUp.ABSENT, Duration.ofSeconds(6))).isEqualTo(new Decision.Allowed(rule.reason()));
	}

	@Test
	void makesBinanceBeLookedUpFirst() {
		assertThat(ResendRule.BINANCE.decide(LookUp.NOT_DONE, Duration.ofMinutes(1))).isInstanceOf(Decision.Forbidden.class);
	}

	@Test
	void neverRepeatsWhatTheVenueHas() {
		assertThat(ResendRule.ALPACA.decide(LookUp.FOUND, Duration.ofDays(1))).isInstanceOf(Decision.Forbidden.class);
		assertThat(ResendRule.BINANCE.decide(LookUp.FOUND, Duration.ofDays(1))).isInstanceOf(Decision.Forbidden.class);
	}
}
