package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.MARKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.risk.Guard;
import io.vigie.engine.risk.Lock;
import io.vigie.engine.risk.TradingState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardsTests {

	@Test
	void tellsEachBotWhatConcernsIt() {
		Guards guards = new Guards(List.of(obstacle("LINK", null, "crypto-feed", null), obstacle("TRIPPED", null, "broker-api", null),
				obstacle("STATE", "pair", "REDUCING", null), obstacle("COOLDOWN", "pair", "It rests.", MARKET),
				obstacle("DAILY_LOSS", "trend", "It lost.", MARKET)));
		Guard pair = guards.of("pair");
		assertThat(pair.state()).isEqualTo(TradingState.REDUCING);
		assertThat(pair.brokenLinks()).containsExactly("crypto-feed");
		assertThat(pair.tripped()).containsExactly("broker-api");
		assertThat(pair.locks()).singleElement().satisfies(it -> {
			assertThat(it.kind()).isEqualTo(Lock.Kind.COOLDOWN);
			assertThat(it.reason()).isEqualTo("It rests.");
			assertThat(it.until()).isEqualTo(MARKET);
		});
		assertThat(guards.of("trend").state()).isEqualTo(TradingState.ACTIVE);
		assertThat(guards.of("other").locks()).isEmpty();
	}

	@Test
	void letsTheStricterStateCount() {
		Guards guards = new Guards(List.of(obstacle("STATE", null, "REDUCING", null), obstacle("STATE", "pair", "HALTED", null)));
		assertThat(guards.of("pair").state()).isEqualTo(TradingState.HALTED);
		assertThat(guards.of("trend").state()).isEqualTo(TradingState.REDUCING);
	}

	@Test
	void trustsNoLockWithoutAnEnd() {
		assertThatThrownBy(() -> new Guards(List.of(obstacle("COOLDOWN", "pair", "It rests.", null))).of("pair")).hasMessageContaining("incomplete");
	}

	private static Guards.Obstacle obstacle(String kind, @Nullable String bot, String what, @Nullable Instant until) {
		return new Guards.Obstacle(kind, bot, null, what, MARKET, until, BigDecimal.ONE, BigDecimal.ONE, "cause");
	}
}
