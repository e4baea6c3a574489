package io.vigie.executor.venue;

import io.vigie.common.bot.Bots;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The broker writes crypto pairs in positions without the slash; everyone else here writes them with it. */
@Component
public final class Symbols {

	private static final String QUOTE = "USD";

	private final Map<String, String> withSlash;

	@Autowired
	Symbols(Bots bots) {
		this(bots.symbols().stream().filter(Symbols::isCrypto).collect(Collectors.toMap(it -> it.replace("/", ""), Function.identity())));
	}

	/** @param withSlash our name by the broker's */
	Symbols(Map<String, String> withSlash) {
		this.withSlash = Map.copyOf(withSlash);
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
