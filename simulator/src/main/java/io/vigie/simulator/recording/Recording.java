package io.vigie.simulator.recording;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Prices of one instrument, in order, without a date of their own: the replay gives them one, and starts over after
 * {@code length}.
 *
 * @param description what the asset is called, and whether anybody ever traded it
 */
public record Recording(Instrument instrument, String description, List<Print> prints, Duration length) {

	/** As much of a long recording as a day trader wants to look back on; of a short one, half. */
	private static final Duration HISTORY = Duration.ofHours(12);

	public Recording {
		if (prints.isEmpty() || prints.getLast().offset().compareTo(length) >= 0) {
			throw new IllegalArgumentException("A recording of " + instrument.symbol() + " needs prints, all within its length");
		}
	}

	/** How much of it lies before the replay starts. */
	public Duration history() {
		Duration half = Duration.ofMinutes(length.toMinutes() / 2);
		return half.compareTo(HISTORY) < 0 ? half : HISTORY;
	}

	public String symbol() {
		return instrument.symbol();
	}

	/** Alpaca's grid: cents, nine decimals, and the least order it takes. */
	public static Instrument instrument(String symbol) {
		Instrument crypto = Instrument.of(symbol, new BigDecimal("0.01"), new BigDecimal("0.000000001"), BigDecimal.TEN);
		return crypto.assetClass() == AssetClass.CRYPTO ? crypto
				: Instrument.of(symbol, crypto.tickSize(), crypto.lotSize(), BigDecimal.ONE);
	}
}
