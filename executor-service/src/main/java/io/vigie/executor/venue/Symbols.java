package io.vigie.executor.venue;

import io.vigie.common.bot.Bots;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The broker writes crypto pairs in positions without the slash; everyone else here writes them with it. */
@Component
public final class Symbols {

	private static final String QUOTE = "USD";

	private final Map<String, String> withSlash = new HashMap<>();

	Symbols(Bots bots) {
		bots.symbols().stream().filter(it -> it.indexOf('/') > 0).forEach(it -> withSlash.put(it.replace("/", ""), it));
	}

	String ours(String venueSymbol) {
		return withSlash.getOrDefault(venueSymbol, venueSymbol);
	}

	/** What a position in it holds. */
	public static String base(String symbol) {
		int slash = symbol.indexOf('/');
		return slash < 0 ? symbol : symbol.substring(0, slash);
	}

	/** What it is paid in. */
	public static String quote(String symbol) {
		int slash = symbol.indexOf('/');
		return slash < 0 ? QUOTE : symbol.substring(slash + 1);
	}

	public static boolean isCrypto(String symbol) {
		return symbol.indexOf('/') > 0;
	}
}
