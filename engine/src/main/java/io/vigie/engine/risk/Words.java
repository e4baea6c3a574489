package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers as a trader reads them. For sentences only: the exact values travel beside them. */
final class Words {

	private Words() {
	}

	static String money(BigDecimal amount) {
		return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
	}

	static String exact(BigDecimal value) {
		return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
	}

	static String percent(BigDecimal fraction) {
		return exact(fraction.movePointRight(2)) + " %";
	}

	static String span(Duration duration) {
		if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
			return exact(seconds(duration)) + " s";
		}
		return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
	}

	static BigDecimal seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toMillis(), 3);
	}
}
