package io.vigie.engine.backtest;

import io.vigie.engine.ledger.Posting;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * All that a backtest takes for granted: whoever reads its figures should read these first.
 *
 * @param instrument the grid that is traded on; its tick is no coarser than the prices are
 * @param capital that it begins with, in quote currency
 * @param fees of every fill
 * @param slippage of everything that takes: market orders and stops, not targets
 * @param latency from the moment that a decision could be taken to the moment that its order is in the market, in market time
 */
public record Assumptions(Instrument instrument, BigDecimal capital, PositionSize size, FeeModel fees, Slippage slippage,
		Duration latency, Stops stops) {

	public Assumptions {
		if (capital.signum() <= 0) {
			throw new IllegalArgumentException("Capital must be above zero, this is " + capital.toPlainString());
		}
		if (latency.isNegative()) {
			throw new IllegalArgumentException("Latency must not be negative, this is " + latency);
		}
		if (size instanceof PositionSize.Fixed(BigDecimal quantity)
				&& quantity.stripTrailingZeros().scale() + instrument.tickSize().scale() > Posting.MAX_SCALE) {
			throw new IllegalArgumentException("The books keep " + Posting.MAX_SCALE + " decimals, too few for a quantity of "
					+ quantity.toPlainString() + " at prices with " + instrument.tickSize().scale());
		}
	}

	/** One unit a trade, no costs, no delay, no stops: what other engines assume when they are told nothing. */
	public static Assumptions plain(Instrument instrument, BigDecimal capital) {
		return new Assumptions(instrument, capital, new PositionSize.Fixed(BigDecimal.ONE), FeeModel.FREE, Slippage.NONE,
				Duration.ZERO, Stops.NONE);
	}

	public Assumptions with(PositionSize other) {
		return new Assumptions(instrument, capital, other, fees, slippage, latency, stops);
	}

	public Assumptions with(FeeModel other) {
		return new Assumptions(instrument, capital, size, other, slippage, latency, stops);
	}

	public Assumptions with(Slippage other) {
		return new Assumptions(instrument, capital, size, fees, other, latency, stops);
	}

	public Assumptions with(Duration other) {
		return new Assumptions(instrument, capital, size, fees, slippage, other, stops);
	}

	public Assumptions with(Stops other) {
		return new Assumptions(instrument, capital, size, fees, slippage, latency, other);
	}
}
