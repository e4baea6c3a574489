package io.vigie.simulator.injection;

import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.fault.Occasion;
import io.vigie.simulator.market.Market;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says of a request what a fault may ask about it: symbol, side and kind come from the order it brings or speaks of. */
@Component
class Struckable {

	private static final Pattern ORDER = Pattern.compile("/v2/orders/([0-9a-fA-F-]{36})");
	private static final Pattern SYMBOL = Pattern.compile("/v2/(?:positions|assets|stocks)/([^/]+(?:/USD)?)(?:/.*)?");
	private static final List<String> STOPS = List.of("stop", "stop_limit", "trailing_stop");

	private final Market market;
	private final JsonMapper mapper;

	Struckable(Market market, JsonMapper mapper) {
		this.market = market;
		this.mapper = mapper;
	}

	Occasion of(HttpServletRequest request, byte[] body) {
		String method = request.getMethod();
		String path = URLDecoder.decode(request.getRequestURI(), StandardCharsets.UTF_8);
		Optional<Order> known = known(request, path);
		if (known.isPresent()) {
			Order order = known.get();
			return Occasion.request(method, path, Set.of(order.symbol()), order.side().name().toLowerCase(Locale.ROOT),
					order.terms().kind().wire(), order.terms().kind().isStop(), order.clientOrderId());
		}
		JsonNode json = read(body);
		Set<String> symbols = new LinkedHashSet<>();
		add(symbols, json.path("symbol").stringValue(""));
		add(symbols, request.getParameter("symbols"));
		Matcher matcher = SYMBOL.matcher(path);
		add(symbols, matcher.matches() ? matcher.group(1) : null);
		String type = text(json, "type");
		return Occasion.request(method, path, symbols, text(json, "side"), type, STOPS.contains(type == null ? "" : type)
				|| json.hasNonNull("stop_loss"), Optional.ofNullable(text(json, "client_order_id"))
				.orElse(request.getParameter("client_order_id")));
	}

	private Optional<Order> known(HttpServletRequest request, String path) {
		Matcher order = ORDER.matcher(path);
		if (order.matches()) {
			return market.read(it -> it.findOrder(UUID.fromString(order.group(1))));
		}
		String id = request.getParameter("client_order_id");
		return id == null ? Optional.empty() : market.read(it -> it.findOrder(id));
	}

	private void add(Set<String> symbols, @Nullable String names) {
		if (names == null || names.isBlank()) {
			return;
		}
		for (String name : names.split(",")) {
			symbols.add(name);
			market.read((Exchange it) -> it.resolve(name)).ifPresent(it -> symbols.add(it.instrument().symbol()));
		}
	}

	private JsonNode read(byte[] body) {
		try {
			JsonNode json = body.length == 0 ? null : mapper.readTree(body);
			return json == null ? mapper.missingNode() : json;
		}
		catch (JacksonException _) {
			return mapper.missingNode();
		}
	}

	private static @Nullable String text(JsonNode json, String field) {
		String text = json.path(field).stringValue("");
		return text.isEmpty() ? null : text;
	}
}
