package io.vigie.health;

import io.vigie.common.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {

	@Test
	void keepsTheRulesOfTheHouse() {
		HouseRules.verify("io.vigie.health");
	}
}
