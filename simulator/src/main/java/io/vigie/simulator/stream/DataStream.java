package io.vigie.simulator.stream;

import io.vigie.simulator.access.Keys;
import io.vigie.simulator.injection.Injector;
import io.vigie.simulator.market.Market;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v2/iex}, {@code /v2/sip} and {@code /v1beta3/crypto/us}: Alpaca's conversation and error codes. */
final class DataStream extends AbstractWebSocketHandler {

	private final Feed feed;
	private final Keys keys;
	private final JsonMapper mapper;
	private final StreamLimits limits;
	private final Connections connections;
	private final Map<String, DataClient> clients = new ConcurrentHashMap<>();

	DataStream(Feed feed, Market market, Keys keys, JsonMapper mapper, StreamLimits limits,
			Connections connections, Injector injector) {
		this.feed = feed;
		this.keys = keys;
		this.mapper = mapper;
		this.limits = limits;
		this.connections = connections;
		Delivery delivery = new Delivery(feed.stream(), feed::carries, injector, connections, limits, this::tell);
		market.listen(delivery::on);
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		connections.opened(session, feed.stream());
		HttpHeaders headers = session.getHandshakeHeaders();
		String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		Codec codec = type != null && type.startsWith("application/msgpack") ? Codec.MESSAGE_PACK : Codec.JSON_TEXT;
		DataClient client = new DataClient(session, feed, codec, mapper);
		clients.put(session.getId(), client);
		client.say(Map.of("T", "success", "msg", "connected"));
		String key = headers.getFirst("APCA-API-KEY-ID");
		if (key != null) {
			authenticate(session, client, key, headers.getFirst("APCA-API-SECRET-KEY"));
		}
		limits.afterAuthTimeout(() -> {
			if (!client.isAuthenticated() && session.isOpen()) {
				client.refuse(404, "auth timeout");
				limits.closeSoon(session);
			}
		});
	}

	@Override
	public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
		DataClient client = clients.get(session.getId());
		if (client == null || message instanceof PongMessage) {
			return;
		}
		try {
			handle(session, client, client.codec().read(message, mapper));
		}
		catch (Codec.UnreadableMessage _) {
			client.refuse(400, "invalid syntax");
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		connections.closed(session);
		DataClient client = clients.remove(session.getId());
		if (client != null) {
			client.close();
		}
	}

	private void handle(WebSocketSession session, DataClient client, JsonNode message) {
		String action = message.path("action").stringValue("");
		if (action.equals("auth")) {
			authenticate(session, client, message.path("key").stringValue(""), message.path("secret").stringValue(""));
		}
		else if (!client.isAuthenticated()) {
			client.refuse(401, "not authenticated");
		}
		else if (action.equals("subscribe") || action.equals("unsubscribe")) {
			if (client.subscriptions().apply(message, action.equals("subscribe"))) {
				client.say(client.subscriptions().view());
			}
			else {
				client.refuse(410, "invalid subscribe action for this feed");
			}
		}
		else {
			client.refuse(400, "invalid syntax");
		}
	}

	private void authenticate(WebSocketSession session, DataClient client, String key, @Nullable String secret) {
		if (client.isAuthenticated()) {
			client.refuse(403, "already authenticated");
		}
		else if (!keys.fit(key, Objects.requireNonNullElse(secret, ""))) {
			client.refuse(402, "auth failed");
			limits.closeSoon(session);
		}
		else if (clients.values().stream().filter(DataClient::isAuthenticated).count() >= limits.connections()) {
			client.refuse(406, "connection limit exceeded");
			limits.closeSoon(session);
		}
		else {
			client.authenticate();
		}
	}

	private void tell(Told told) {
		clients.values().forEach(it -> it.on(told));
	}
}
