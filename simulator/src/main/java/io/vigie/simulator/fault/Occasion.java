package io.vigie.simulator.fault;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a fault may strike; absent is what it does not have.
 *
 * @param symbols that it is about
 * @param side {@code buy} or {@code sell}
 * @param type of the order
 * @param stop whether the order is a stop or brings one along
 * @param what for the record, in words
 * @param id for the record: the client's own id of the order, else the order's or the path
 */
public record Occasion(Site site, @Nullable String method, @Nullable String path, Set<String> symbols, @Nullable String side,
		@Nullable String type, boolean stop, @Nullable String clientOrderId, @Nullable String stream, @Nullable String event,
		String what, @Nullable String id) {

	public static Occasion request(String method, String path, Set<String> symbols, @Nullable String side, @Nullable String type,
			boolean stop, @Nullable String clientOrderId) {
		return new Occasion(Site.REQUEST, method, path, symbols, side, type, stop, clientOrderId, null, null, method + " " + path,
				clientOrderId == null ? path : clientOrderId);
	}

	public static Occasion order(Site site, String symbol, String side, String type, boolean stop, String clientOrderId) {
		return new Occasion(site, null, null, Set.of(symbol), side, type, stop, clientOrderId, null, null,
				side + " " + type + " " + symbol, clientOrderId);
	}

	/** @param order the client's id of the order it is about */
	public static Occasion event(Site site, String stream, String event, String symbol, @Nullable String side, @Nullable String type,
			@Nullable String order) {
		return new Occasion(site, null, null, Set.of(symbol), side, type, false, order, stream, event, stream + " " + event + " " + symbol,
				order);
	}

	public static Occasion heard(String stream) {
		return new Occasion(Site.HEARD, null, null, Set.of(), null, null, false, null, stream, null, stream + " client", null);
	}
}
