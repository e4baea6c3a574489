package io.vigie.simulator.stream;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.simulator.data.Figures;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.injection.Edits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** One connection to a market data stream: what it may hear, what it wants to hear, and what is on its way to it. */
final class DataClient {

	private final Feed feed;
	private final Codec codec;
	private final JsonMapper mapper;
	private final Subscriptions subscriptions;
	private final Outbox<Object> outbox;
	private volatile boolean authenticated;

	DataClient(WebSocketSession session, Feed feed, Codec codec, JsonMapper mapper) {
		this.feed = feed;
		this.codec = codec;
		this.mapper = mapper;
		this.subscriptions = new Subscriptions(feed.channels());
		this.outbox = new Outbox<>(session, this::encode);
	}

	boolean isAuthenticated() {
		return authenticated;
	}

	void authenticate() {
		authenticated = true;
		say(Map.of("T", "success", "msg", "authenticated"));
	}

	Subscriptions subscriptions() {
		return subscriptions;
	}

	Codec codec() {
		return codec;
	}

	void say(Map<String, Object> message) {
		outbox.put(message);
	}

	void refuse(int code, String message) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("T", "error");
		error.put("code", code);
		error.put("msg", message);
		outbox.put(error);
	}

	/** Called under the market's lock: decides and queues, nothing more. */
	void on(Told told) {
		if (authenticated && isWanted(told.event())) {
			outbox.put(told);
		}
	}

	void close() {
		outbox.close();
	}

	private boolean isWanted(MarketEvent event) {
		return switch (event) {
			case MarketEvent.Printed it -> subscriptions.wants("trades", it.tick().symbol())
					|| subscriptions.wants("quotes", it.tick().symbol());
			case MarketEvent.BarClosed it -> subscriptions.wants("bars", it.bar().symbol());
			case MarketEvent.OrderChanged _ -> false;
		};
	}

	/** Market data share a frame; what is said about the connection has one of its own, which clients rely on. */
	private List<WebSocketMessage<?>> encode(List<Object> batch) {
		List<WebSocketMessage<?>> frames = new ArrayList<>();
		List<Object> figures = new ArrayList<>();
		for (Object item : batch) {
			if (item instanceof Told told) {
				addTo(figures, told);
				continue;
			}
			flush(figures, frames);
			frames.add(codec.write(List.of(item), mapper));
		}
		flush(figures, frames);
		return frames;
	}

	private void flush(List<Object> figures, List<WebSocketMessage<?>> frames) {
		if (!figures.isEmpty()) {
			frames.add(codec.write(figures, mapper));
			figures.clear();
		}
	}

	private void addTo(List<Object> figures, Told told) {
		switch (told.event()) {
			case MarketEvent.Printed(Tick tick, var quote) -> {
				if (subscriptions.wants("quotes", tick.symbol())) {
					figures.add(edited(told, typed("q", tick.symbol(), Figures.of(quote))));
				}
				if (subscriptions.wants("trades", tick.symbol())) {
					figures.add(edited(told, typed("t", tick.symbol(), Figures.of(tick))));
				}
			}
			case MarketEvent.BarClosed(Bar bar) -> figures.add(edited(told, typed("b", bar.symbol(), Figures.of(bar))));
			case MarketEvent.OrderChanged _ -> { }
		}
	}

	private static Object edited(Told told, Map<String, Object> message) {
		return told.edits().isEmpty() ? message : Objects.requireNonNull(Edits.apply(told.edits(), message));
	}

	private static Map<String, Object> typed(String type, String symbol, Map<String, Object> figures) {
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("T", type);
		message.put("S", symbol);
		message.putAll(figures);
		return message;
	}
}
