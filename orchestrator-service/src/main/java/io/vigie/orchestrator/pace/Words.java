package io.vigie.orchestrator.pace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations and fractions as people say them. */
public final class Words {

	private Words() {
	}

	public static String duration(Duration duration) {
		long seconds = Math.max(0, duration.toSeconds());
		if (seconds >= 3600 && seconds % 3600 == 0) {
			return seconds / 3600 + " h";
		}
		if (seconds >= 60 && seconds % 60 == 0) {
			return seconds / 60 + " min";
		}
		return seconds < 600 ? seconds + " s" : seconds / 60 + " min";
	}

	static String percent(BigDecimal fraction) {
		BigDecimal percent = fraction.movePointRight(2);
		int scale = percent.abs().compareTo(new BigDecimal("0.1")) < 0 ? 4 : 2;
		BigDecimal shown = percent.setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros();
		return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString() + " %";
	}
}
