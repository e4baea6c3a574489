package io.vigie.sentinel.venue;

import io.vigie.common.bot.Bots;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The broker writes crypto pairs without their slash in some places; here they always have it. */
@Component
final class Names {

	private final Map<String, String> pairs = new HashMap<>();

	@Autowired
	Names(Bots bots) {
		this(bots.symbols());
	}

	Names(Collection<String> symbols) {
		symbols.stream().filter(MarketData::isCrypto).forEach(it -> pairs.put(it.replace("/", ""), it));
	}

	String ours(String symbol) {
		return pairs.getOrDefault(symbol, symbol);
	}
}
