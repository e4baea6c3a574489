package io.vigie.risk.portfolio;

import static io.vigie.risk.RiskFixtures.MARKET;
import static io.vigie.risk.RiskFixtures.portfolio;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.PositionView;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StandingTests {

	@Test
	void knowsWhatWasSoldOut() {
		Standing before = standing(position("BTC/USD", "5", "900"), position("ETH/USD", "2", "900"), position("AAPL", "0", "480"));
		assertThat(before.soldOut(standing(position("BTC/USD", "4", "900"), position("ETH/USD", "0", "900")))).containsExactly("ETH/USD");
		assertThat(before.soldOut(standing())).containsExactly("BTC/USD", "ETH/USD");
		assertThat(standing().soldOut(before)).isEmpty();
	}

	@Test
	void takesWhatTheExecutorSays() {
		Standing standing = standing(position("BTC/USD", "5", "900"));
		assertThat(standing.bot()).isEqualTo("trend");
		assertThat(standing.sequence()).isEqualTo(3);
		assertThat(standing.asOf()).isEqualTo(MARKET);
		assertThat(standing.cash()).isEqualByComparingTo("20000");
		assertThat(standing.capital()).isEqualByComparingTo("25000");
		assertThat(standing.equity()).isEqualByComparingTo(new BigDecimal("24500"));
		assertThat(standing.worth("BTC/USD")).isEqualByComparingTo("4500");
	}

	private static Standing standing(PositionView... positions) {
		return Standing.of(portfolio("trend", 3, "20000", positions).data());
	}
}
