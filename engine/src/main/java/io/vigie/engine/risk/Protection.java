package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two prices that every entry carries. Rounded up to the tick: the stop never risks more, the target never earns less. */
final class Protection {

	private Protection() {
	}

	static BigDecimal stopLoss(BigDecimal price, BigDecimal distance, Instrument instrument) {
		return instrument.onTick(price.subtract(distance), RoundingMode.UP);
	}

	static BigDecimal takeProfit(BigDecimal price, Instrument instrument, Limits limits) {
		return instrument.onTick(price.multiply(BigDecimal.ONE.add(limits.takeProfit())), RoundingMode.UP);
	}
}
