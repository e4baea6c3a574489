package io.vigie.health.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LagsTests {

	private final Lags lags = new Lags(true, Map.of("analyst", Map.of("a", 5L, "b", 70L, "c", 0L, "d", 5L, "e", 1L)));

	@Test
	void addsUpWhatWaitsForAGroup() {
		assertThat(lags.total("analyst")).isEqualTo(81);
		assertThat(lags.total("nobody")).isZero();
	}

	@Test
	void namesTheThreeTopicsWithMostWaiting() {
		assertThat(lags.describe("analyst")).isEqualTo("b 70, a 5, d 5");
		assertThat(lags.describe("nobody")).isEqualTo("none");
	}
}
