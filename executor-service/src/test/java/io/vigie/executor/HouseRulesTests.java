package io.vigie.executor;

import io.vigie.common.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {

	@Test
	void keepsTheHouseRules() {
		HouseRules.verify("io.vigie.executor");
	}
}
