package io.vigie.simulator.exchange;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.OrderMatcher;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;

/**
 * The venue's conditions.
 *
 * @param cryptoBrackets whether crypto takes brackets and stops, which the real Alpaca refuses
 */
public record Rules(BigDecimal startingCash, Slippage spread, OrderMatcher matcher, FeeModel cryptoFees, FeeModel stockFees,
		boolean cryptoBrackets) {

	FeeModel fees(Instrument instrument) {
		return instrument.assetClass() == AssetClass.CRYPTO ? cryptoFees : stockFees;
	}
}
