package io.vigie.risk.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** The settings as they come, but for what a test is about. */
final class SettingsFixtures {

	private static final BigDecimal ALL = new BigDecimal("100");

	private SettingsFixtures() {
	}

	static RiskSettings usual(InstrumentSettings... instruments) {
		return new RiskSettings(new BigDecimal("20"), BigDecimal.ONE, Duration.ofMinutes(15), Duration.ofSeconds(30), new BigDecimal("2"), 60,
				new ExposureSettings(new BigDecimal("25"), ALL, new BigDecimal("80"), new BigDecimal("40"), ALL, BigDecimal.TEN),
				List.of("AAPL:technology", "MSFT:technology", "XOM:energy"), List.of(instruments));
	}

	static RiskSettings forEverything() {
		return usual(new InstrumentSettings("*", new BigDecimal("0.01"), new BigDecimal("0.0001"), BigDecimal.ONE, new BigDecimal("0.25")));
	}
}
