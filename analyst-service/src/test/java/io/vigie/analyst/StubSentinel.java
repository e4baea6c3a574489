package io.vigie.analyst;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigie.common.json.VigieJson;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Gives history over HTTP as sentinel does, and can be down. */
public final class StubSentinel implements AutoCloseable {

	private final List<Bar> bars = new CopyOnWriteArrayList<>();
	private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
	private final HttpServer server;
	private volatile int status = 200;

	public StubSentinel() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		server.createContext("/sentinel/bars", this::answer);
		server.start();
	}

	public String url() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	public void keep(List<Bar> more) {
		bars.addAll(more);
	}

	public void down() {
		status = 503;
	}

	/** Answers everything with this status, and with nothing else. */
	public void answering(int other) {
		status = other;
	}

	public void up() {
		status = 200;
	}

	/** Parameters of every question, in order. */
	public List<Map<String, String>> asked(String symbol) {
		return asked.stream().filter(it -> symbol.equals(it.get("symbol"))).toList();
	}

	private void answer(HttpExchange exchange) throws IOException {
		Map<String, String> query = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
			.map(it -> it.split("="))
			.collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
		asked.add(query);
		byte[] body = status == 200 ? VigieJson.mapper().writeValueAsBytes(last(query)) : new byte[0];
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private List<Bar> last(Map<String, String> query) {
		Instant before = Instant.parse(query.get("before"));
		List<Bar> found = bars.stream()
			.filter(it -> it.symbol().equals(query.get("symbol")) && it.timeframe() == Timeframe.of(query.get("timeframe"))
					&& it.openAt().isBefore(before))
			.toList();
		return found.subList(Math.max(0, found.size() - Math.min(1000, Integer.parseInt(query.get("limit")))), found.size());
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
