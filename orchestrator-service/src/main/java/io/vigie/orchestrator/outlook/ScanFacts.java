package io.vigie.orchestrator.outlook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a market scan that matter here. What is missing or unreadable counts as not measured, never as zero. */
record ScanFacts(@Nullable BigDecimal volatility, boolean open, @Nullable Duration tickAge) {

	static ScanFacts of(Map<String, String> facts) {
		BigDecimal age = decimal(facts.get("tick_age_ms"));
		return new ScanFacts(decimal(facts.get("volatility")), !"false".equals(facts.get("market_open")),
				age == null ? null : Duration.ofMillis(age.longValue()));
	}

	private static @Nullable BigDecimal decimal(@Nullable String value) {
		if (value == null || value.length() > 40) {
			return null;
		}
		try {
			BigDecimal decimal = new BigDecimal(value);
			return decimal.signum() < 0 || decimal.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0 ? null : decimal;
		}
		catch (NumberFormatException _) {
			return null;
		}
	}
}
