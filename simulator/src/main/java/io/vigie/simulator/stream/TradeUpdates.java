package io.vigie.simulator.stream;

import io.vigie.simulator.access.Keys;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.injection.Edits;
import io.vigie.simulator.injection.Injector;
import io.vigie.simulator.market.Market;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /stream}: what happens to the account's orders, in binary frames as the paper account sends them. */
final class TradeUpdates extends AbstractWebSocketHandler {

	private static final String STREAM = "trade_updates";

	private final Keys keys;
	private final JsonMapper mapper;
	private final StreamLimits limits;
	private final Connections connections;
	private final Map<String, Client> clients = new ConcurrentHashMap<>();

	TradeUpdates(Market market, Keys keys, JsonMapper mapper, StreamLimits limits,
			Connections connections, Injector injector) {
		this.keys = keys;
		this.mapper = mapper;
		this.limits = limits;
		this.connections = connections;
		Delivery delivery = new Delivery(STREAM, MarketEvent.OrderChanged.class::isInstance, injector, connections, limits, this::tell);
		market.listen(delivery::on);
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		connections.opened(session, STREAM);
		clients.put(session.getId(), new Client(session, mapper));
	}

	@Override
	public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
		Client client = clients.get(session.getId());
		if (client == null || message instanceof PongMessage) {
			return;
		}
		try {
			handle(session, client, Codec.JSON_BINARY.read(message, mapper));
		}
		catch (Codec.UnreadableMessage _) {
			client.outbox.put(Map.of("action", "error", "data", Map.of("error_message", "invalid syntax")));
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		connections.closed(session);
		Client client = clients.remove(session.getId());
		if (client != null) {
			client.outbox.close();
		}
	}

	private void handle(WebSocketSession session, Client client, JsonNode message) {
		String action = message.path("action").stringValue("");
		switch (action) {
			case "auth" -> authenticate(session, client, message.path("key").stringValue(""), message.path("secret").stringValue(""));
			case "authenticate" -> authenticate(session, client, message.path("data").path("key_id").stringValue(""),
					message.path("data").path("secret_key").stringValue(""));
			case "listen" -> listen(client, message.path("data").path("streams"));
			default -> client.outbox.put(Map.of("action", "error", "data", Map.of("error_message", "unknown action")));
		}
	}

	private void authenticate(WebSocketSession session, Client client, String key, String secret) {
		client.authenticated = keys.fit(key, secret);
		client.outbox.put(authorization("authenticate", client.authenticated));
		if (!client.authenticated) {
			limits.closeSoon(session);
		}
	}

	private void listen(Client client, JsonNode streams) {
		if (!client.authenticated) {
			client.outbox.put(authorization("listen", false));
			return;
		}
		client.listening = false;
		for (JsonNode stream : streams) {
			client.listening |= STREAM.equals(stream.stringValue(""));
		}
		client.outbox.put(Map.of("stream", "listening", "data", Map.of("streams",
				client.listening ? List.of(STREAM) : List.of())));
	}

	private void tell(Told told) {
		clients.values().stream().filter(it -> it.listening).forEach(it -> it.outbox.put(told));
	}

	private static Map<String, Object> authorization(String action, boolean authorized) {
		return Map.of("stream", "authorization", "data",
				Map.of("action", action, "status", authorized ? "authorized" : "unauthorized"));
	}

	private static final class Client {

		private final Outbox<Object> outbox;
		private volatile boolean authenticated;
		private volatile boolean listening;

		private Client(WebSocketSession session, JsonMapper mapper) {
			this.outbox = new Outbox<>(session, batch -> batch.stream()
				.<WebSocketMessage<?>>map(it -> Codec.JSON_BINARY.write(it instanceof Told told ? frame(told, mapper) : it, mapper))
				.toList());
		}

		private static Map<String, Object> frame(Told told, JsonMapper mapper) {
			TradeUpdate update = TradeUpdate.of((MarketEvent.OrderChanged) told.event());
			return Map.of("stream", STREAM, "data", told.edits().isEmpty() ? update
					: Objects.requireNonNull(Edits.apply(told.edits(), mapper.convertValue(update, Map.class))));
		}
	}
}
