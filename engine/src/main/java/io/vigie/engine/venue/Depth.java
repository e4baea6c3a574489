package io.vigie.engine.venue;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;

/** How much of an order one print can fill. */
public sealed interface Depth {

	Depth UNLIMITED = new Unlimited();

	record Unlimited() implements Depth {
	}

	/** At most this part of what traded at the print; the rest of the order waits for the next one. */
	record VolumeShare(BigDecimal limit) implements Depth {

		public VolumeShare {
			if (limit.signum() <= 0) {
				throw new IllegalArgumentException("A volume share must be positive, was " + limit.toPlainString());
			}
		}
	}

	default BigDecimal available(Instrument instrument, BigDecimal wanted, BigDecimal volume) {
		return switch (this) {
			case Unlimited() -> wanted;
			case VolumeShare(BigDecimal limit) -> wanted.min(instrument.onLot(volume.multiply(limit)));
		};
	}
}
