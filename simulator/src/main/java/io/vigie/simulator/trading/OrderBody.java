package io.vigie.simulator.trading;

import io.vigie.engine.market.Side;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Kind;
import io.vigie.simulator.exchange.OrderClass;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.Terms;
import io.vigie.simulator.exchange.TimeInForce;
import io.vigie.simulator.exchange.Wire;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of an order: numbers may come as numbers or strings, unknown fields are ignored. */
record OrderBody(JsonNode json) {

	private static final int LONGEST_NUMBER = 40;

	/** @param symbols turns {@code BTCUSD} into {@code BTC/USD} where there is such an asset */
	Command.Place toPlace(Instant at, UnaryOperator<String> symbols) {
		String symbol = text(json, "symbol");
		if (symbol == null) {
			throw Refused.unacceptable("symbol is required");
		}
		OrderClass orderClass = orderClass();
		Kind kind = orderClass == OrderClass.OCO && !json.hasNonNull("type") ? Kind.LIMIT : required("type", Kind.values());
		Terms terms = new Terms(symbols.apply(symbol), side(), decimal(json, "qty"), decimal(json, "notional"), kind,
				required("time_in_force", TimeInForce.values()), decimal(json, "limit_price"), decimal(json, "stop_price"),
				decimal(json, "trail_price"), decimal(json, "trail_percent"), json.path("extended_hours").booleanValue(false));
		JsonNode loss = json.path("stop_loss");
		BigDecimal stop = decimal(loss, "stop_price");
		return new Command.Place(at, terms, text(json, "client_order_id"), orderClass,
				decimal(json.path("take_profit"), "limit_price"),
				stop == null ? null : new Command.StopLoss(stop, decimal(loss, "limit_price")));
	}

	Command.Replace toReplace(Instant at, UUID order) {
		TimeInForce timeInForce = json.hasNonNull("time_in_force") ? required("time_in_force", TimeInForce.values()) : null;
		return new Command.Replace(at, order, decimal(json, "qty"), timeInForce, decimal(json, "limit_price"),
				decimal(json, "stop_price"), decimal(json, "trail"), text(json, "client_order_id"));
	}

	private Side side() {
		return switch (text(json, "side")) {
			case "buy" -> Side.BUY;
			case "sell" -> Side.SELL;
			case null -> throw Refused.unacceptable("side is required");
			default -> throw Refused.invalid("invalid side: " + text(json, "side"));
		};
	}

	private OrderClass orderClass() {
		String text = text(json, "order_class");
		return text == null || text.isEmpty() || text.equals("simple") ? OrderClass.SIMPLE
				: required("order_class", OrderClass.values());
	}

	private <T extends Wire> T required(String field, T[] values) {
		String text = text(json, field);
		if (text == null) {
			throw Refused.unacceptable(field + " is required");
		}
		return Arrays.stream(values)
			.filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
			.findFirst()
			.orElseThrow(() -> Refused.invalid("invalid " + field + ": " + text));
	}

	private static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw Refused.malformed("request body format is invalid: " + field + " must be a string");
		}
		return value.stringValue();
	}

	private static @Nullable BigDecimal decimal(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		String text = value.isNumber() ? value.decimalValue().toPlainString() : value.stringValue("");
		if (text.length() <= LONGEST_NUMBER && text.matches("-?\\d+(\\.\\d+)?")) {
			return new BigDecimal(text);
		}
		throw Refused.unacceptable("invalid " + field + ": a plain decimal is needed");
	}
}
