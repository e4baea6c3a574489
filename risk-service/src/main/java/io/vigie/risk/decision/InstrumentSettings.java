package io.vigie.risk.decision;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.risk.Costs;
import io.vigie.engine.risk.Terms;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/**
 * Grid and fee of the instruments that a pattern covers.
 *
 * @param symbol an exact symbol, {@code *}{@code /USD} for all pairs in that currency, {@code *} for everything
 * @param fee the venue's taker fee in percent of the notional
 */
record InstrumentSettings(@NotBlank String symbol, @NotNull @Positive BigDecimal tickSize,
		@NotNull @Positive BigDecimal lotSize, @NotNull @PositiveOrZero BigDecimal minNotional,
		@NotNull @PositiveOrZero @DecimalMax("10") BigDecimal fee) {

	boolean covers(String candidate) {
		return symbol.equals(candidate) || symbol.equals("*")
				|| symbol.startsWith("*/") && candidate.indexOf('/') > 0 && candidate.endsWith(symbol.substring(1));
	}

	Terms terms(String of, BigDecimal slippage) {
		return new Terms(Instrument.of(of, tickSize, lotSize, minNotional), new Costs(fee.movePointLeft(2), slippage));
	}
}
