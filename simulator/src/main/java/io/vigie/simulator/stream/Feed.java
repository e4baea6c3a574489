package io.vigie.simulator.stream;

import io.vigie.simulator.data.Figures;
import java.util.List;

/** A market data stream: which symbols it carries and which channels it has. */
enum Feed {

	STOCKS, CRYPTO;

	boolean carries(String symbol) {
		return Figures.isCrypto(symbol) == (this == CRYPTO);
	}

	/** Those beyond trades, quotes and bars can be subscribed to, and stay silent. */
	List<String> channels() {
		return this == CRYPTO ? List.of("trades", "quotes", "orderbooks", "bars", "updatedBars", "dailyBars")
				: List.of("trades", "quotes", "bars", "updatedBars", "dailyBars", "statuses", "lulds", "corrections", "cancelErrors",
						"imbalances");
	}
}
