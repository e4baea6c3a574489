package io.vigie.simulator.data;

import io.vigie.simulator.exchange.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a history over several symbols: symbol after symbol, each by its key.
 *
 * @param next the token that continues it, absent at the end
 */
record Page(Map<String, List<Map<String, Object>>> items, @Nullable String next) {

	/** @param key rises with time and is unique within a symbol */
	static <T> Page of(List<String> symbols, Function<String, List<T>> history, ToLongFunction<T> key,
			Function<T, Map<String, Object>> view, int limit, boolean descending, @Nullable String token) {
		Token from = token == null || token.isEmpty() ? null : Token.parse(token);
		Map<String, List<Map<String, Object>>> items = new LinkedHashMap<>();
		Token last = null;
		int taken = 0;
		for (String symbol : symbols.stream().sorted().toList()) {
			if (from != null && symbol.compareTo(from.symbol) < 0) {
				continue;
			}
			List<T> all = new ArrayList<>(history.apply(symbol));
			if (descending) {
				Collections.reverse(all);
			}
			for (T item : all) {
				long at = key.applyAsLong(item);
				if (from != null && symbol.equals(from.symbol) && (descending ? at >= from.key : at <= from.key)) {
					continue;
				}
				if (taken == limit && last != null) {
					return new Page(items, last.text());
				}
				items.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(view.apply(item));
				last = new Token(symbol, at);
				taken++;
			}
		}
		return new Page(items, null);
	}

	private record Token(String symbol, long key) {

		private static Token parse(String text) {
			try {
				String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
				int bar = plain.lastIndexOf('|');
				return new Token(plain.substring(0, bar), Long.parseLong(plain.substring(bar + 1)));
			}
			catch (IllegalArgumentException | IndexOutOfBoundsException _) {
				throw Refused.malformed("invalid page_token");
			}
		}

		private String text() {
			return Base64.getUrlEncoder().withoutPadding().encodeToString((symbol + "|" + key).getBytes(StandardCharsets.UTF_8));
		}
	}
}
