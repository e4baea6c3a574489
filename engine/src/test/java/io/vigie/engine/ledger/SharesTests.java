package io.vigie.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharesTests {

	@Test
	void followTheWeights() {
		assertThat(Shares.of(amount("45"), Map.of("trend", amount("10"), "breakout", amount("5")), 2))
			.hasToString("{breakout=15.00, trend=30.00}");
	}

	@Test
	void giveWhatRoundingLeavesToTheGreatest() {
		assertThat(Shares.of(amount("1.00"), Map.of("a", amount("1"), "b", amount("2"), "c", amount("3")), 2))
			.hasToString("{a=0.16, b=0.33, c=0.51}");
	}

	@Test
	void letTheShortPay() {
		assertThat(Shares.of(amount("9"), Map.of("reserve", amount("-1"), "trend", amount("10")), 2))
			.hasToString("{reserve=-1.00, trend=10.00}");
	}

	@Test
	void leaveOutWhoHasNone() {
		assertThat(Shares.of(amount("9"), Map.of("reserve", BigDecimal.ZERO, "trend", amount("10")), 2)).containsOnlyKeys("trend");
	}

	@Test
	void keepTheDecimalsOfTheTotal() {
		assertThat(Shares.of(amount("0.00003"), Map.of("a", BigDecimal.ONE, "b", BigDecimal.TWO), 2)).hasToString("{a=0.00001, b=0.00002}");
	}

	@Test
	void areRefusedWhereNobodyHasAny() {
		assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(BigDecimal.TEN, Map.of(), 2)).withMessageContaining("10");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Shares.of(BigDecimal.TEN, Map.of("a", BigDecimal.ONE, "b", BigDecimal.ONE.negate()), 2));
	}

	@Property(tries = 300)
	void sumToTheTotal(@ForAll @BigRange(min = "-100000", max = "100000") BigDecimal total,
			@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 1000) Integer> weights, @ForAll @IntRange(max = 18) int scale) {
		Map<String, BigDecimal> byBot = new HashMap<>();
		weights.forEach(it -> byBot.put("bot" + byBot.size(), BigDecimal.valueOf(it)));

		Map<String, BigDecimal> shares = Shares.of(total, byBot, scale);

		assertThat(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
		assertThat(shares.values()).allMatch(it -> it.signum() == total.signum());
	}

	private static BigDecimal amount(String value) {
		return new BigDecimal(value);
	}
}
