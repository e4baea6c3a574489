package io.vigie.simulator.data;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Market data with Alpaca's one-letter names, the same over REST and in the streams. */
public final class Figures {

	private static final String EXCHANGE = "V";
	private static final String TAPE = "C";

	private Figures() {
	}

	public static Map<String, Object> of(Tick tick) {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("t", tick.at());
		figures.put("p", tick.price());
		figures.put("s", tick.size());
		figures.put("i", tick.sequence());
		if (isCrypto(tick.symbol())) {
			figures.put("tks", "-");
		}
		else {
			figures.put("x", EXCHANGE);
			figures.put("c", List.of("@"));
			figures.put("z", TAPE);
		}
		return figures;
	}

	public static Map<String, Object> of(Quote quote) {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("t", quote.at());
		figures.put("bp", quote.bid());
		figures.put("bs", quote.bidSize());
		figures.put("ap", quote.ask());
		figures.put("as", quote.askSize());
		if (!isCrypto(quote.symbol())) {
			figures.put("bx", EXCHANGE);
			figures.put("ax", EXCHANGE);
			figures.put("c", List.of("R"));
			figures.put("z", TAPE);
		}
		return figures;
	}

	public static Map<String, Object> of(Bar bar) {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("t", bar.openAt());
		figures.put("o", bar.open());
		figures.put("h", bar.high());
		figures.put("l", bar.low());
		figures.put("c", bar.close());
		figures.put("v", bar.volume());
		figures.put("n", bar.trades());
		return figures;
	}

	public static boolean isCrypto(String symbol) {
		return symbol.indexOf('/') >= 0;
	}
}
