package io.vigie.executor.venue;

import io.vigie.common.bot.Bots;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The broker writes crypto pairs in positions without the slash; everyone else here writes them with it. */
@Component
public final class Symbols {

	private static final String QUOTE = "USD";
	private static final String CRYPTO = "crypto";
	private static final List<String> QUOTES = List.of("USDC", "USDT", QUOTE, "BTC");

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

	/** @param assetClass in the broker's words: a pair that no bot trades, bought by hand perhaps, is known for one by it */
	String ours(String venueSymbol, @Nullable String assetClass) {
		String ours = ours(venueSymbol);
		if (!CRYPTO.equals(assetClass) || isCrypto(ours)) {
			return ours;
		}
		return QUOTES.stream().filter(it -> venueSymbol.endsWith(it) && venueSymbol.length() > it.length()).findFirst()
			.map(it -> venueSymbol.substring(0, venueSymbol.length() - it.length()) + "/" + it).orElse(ours);
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
