package io.vigie.local.chaos;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what it was told to, and remembers what it was asked. */
final class StubVenue implements AutoCloseable {

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	StubVenue() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		server.createContext("/", exchange -> {
			String question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			asked.add(body.isEmpty() ? question : question + " " + body);
			String answer = answers.get(question);
			byte[] bytes = (answer == null ? "{}" : answer).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		server.start();
	}

	StubVenue answers(String question, String answer) {
		answers.put(question, answer);
		return this;
	}

	List<String> asked() {
		return List.copyOf(asked);
	}

	Http http() {
		return Http.to("http://localhost:" + server.getAddress().getPort());
	}

	int port() {
		return server.getAddress().getPort();
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
