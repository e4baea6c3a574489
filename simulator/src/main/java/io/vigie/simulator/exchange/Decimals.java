package io.vigie.simulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals as Alpaca writes them: exact, plain, without trailing zeros. */
public final class Decimals {

	private Decimals() {
	}

	public static String text(BigDecimal value) {
		return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
	}

	public static @Nullable String optionalText(@Nullable BigDecimal value) {
		return value == null ? null : text(value);
	}
}
