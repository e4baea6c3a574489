package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fault may strike: everything that fits each of the criteria given. What an occasion does not have does not fit.
 *
 * @param path regular expression for the whole path of a request
 * @param types of orders
 * @param clientOrderId regular expression for the whole id
 * @param streams {@code trade_updates}, {@code stocks} or {@code crypto}
 * @param events Alpaca's words: {@code fill}, {@code new}, … ; {@code trade} and {@code bar} for market data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Target(@Nullable List<String> methods, @Nullable String path, @Nullable List<String> symbols, @Nullable String side,
		@Nullable List<String> types, @Nullable String clientOrderId, @Nullable List<String> streams, @Nullable List<String> events) {

	static final Target ANYTHING = new Target(null, null, null, null, null, null, null, null);

	private static final List<String> STREAMS = List.of("trade_updates", "stocks", "crypto");

	public Target {
		Check.pattern("on.path", path);
		Check.pattern("on.client_order_id", clientOrderId);
		Check.that("on.side", side == null || side.equals("buy") || side.equals("sell"), "must be buy or sell");
		Check.that("on.streams", streams == null || STREAMS.containsAll(streams), "must be of " + STREAMS);
	}

	boolean fits(Occasion occasion) {
		return in(methods, occasion.method()) && like(path, occasion.path())
				&& (symbols == null || symbols.stream().anyMatch(occasion.symbols()::contains))
				&& (side == null || side.equals(occasion.side())) && in(types, occasion.type())
				&& like(clientOrderId, occasion.clientOrderId()) && in(streams, occasion.stream()) && in(events, occasion.event());
	}

	private static boolean in(@Nullable List<String> wanted, @Nullable String given) {
		return wanted == null || given != null && wanted.contains(given);
	}

	private static boolean like(@Nullable String regex, @Nullable String given) {
		return regex == null || given != null && Pattern.matches(regex, given);
	}
}
