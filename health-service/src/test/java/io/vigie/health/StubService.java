package io.vigie.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A service that lives, hangs, is ill, dies and comes back when told; and one that restarts services when asked. */
public final class StubService implements AutoCloseable {

	public static final String UP = "{\"status\":\"UP\"}";

	private final HttpServer server;
	private final List<String> requests = new CopyOnWriteArrayList<>();
	private final List<String> authorizations = new CopyOnWriteArrayList<>();
	private volatile int status = 200;
	private volatile String body = UP;
	private volatile boolean hanging;
	private volatile Runnable onRequest = () -> {
	};
	private volatile CountDownLatch released = new CountDownLatch(1);

	public StubService() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::answer);
		server.start();
	}

	public String url() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	public void answer(int code, String text) {
		release();
		status = code;
		body = text;
	}

	/** Alive, takes connections, and never answers. */
	public void hang() {
		released = new CountDownLatch(1);
		hanging = true;
	}

	public void live() {
		answer(200, UP);
	}

	public void onRequest(Runnable action) {
		onRequest = action;
	}

	public List<String> requests() {
		return requests;
	}

	public List<String> authorizations() {
		return authorizations;
	}

	public void forget() {
		requests.clear();
		authorizations.clear();
	}

	private void release() {
		hanging = false;
		released.countDown();
	}

	private void answer(HttpExchange exchange) throws IOException {
		requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
		authorizations.addAll(Map.copyOf(exchange.getRequestHeaders()).getOrDefault("Authorization", List.of()));
		onRequest.run();
		if (hanging) {
			try {
				released.await();
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		release();
		server.stop(0);
	}
}
