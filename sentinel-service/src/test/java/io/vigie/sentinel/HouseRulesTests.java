package io.vigie.sentinel;

import io.vigie.common.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {

	@Test
	void keepsToTheHouseRules() {
		HouseRules.verify("io.vigie.sentinel");
	}
}
