package io.vigie.simulator.stream;

import io.vigie.simulator.data.Figures;
import io.vigie.simulator.exchange.MarketEvent;
import java.util.List;
import java.util.Locale;

/** A market data stream: which symbols it carries and which channels it has. */
enum Feed {

	STOCKS, CRYPTO;

	/** What faults call it. */
	String stream() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean carries(MarketEvent event) {
		return switch (event) {
			case MarketEvent.Printed it -> carries(it.tick().symbol());
			case MarketEvent.BarClosed it -> carries(it.bar().symbol());
			case MarketEvent.OrderChanged _ -> false;
		};
	}

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
