package io.vigie.local.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the commands of the user and the health service see the processes and have one restarted. Loopback only; whoever restarts
 * must show the token, which only the owner of the data folder can read.
 */
public final class ControlServer implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final long RESTART_WAIT_MILLIS = 30_000;

	private final HttpServer server;

	private final Supervisor supervisor;

	private final String token;

	private ControlServer(HttpServer server, Supervisor supervisor, String token) {
		this.server = server;
		this.supervisor = supervisor;
		this.token = token;
	}

	/** Binds to the port; the address is needed before there is anything to supervise. */
	public static HttpServer bind(int port) {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static ControlServer start(HttpServer server, Supervisor supervisor, String token) {
		ControlServer control = new ControlServer(server, supervisor, token);
		server.createContext("/processes", control::handle);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.start();
		return control;
	}

	@Override
	public void close() {
		server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String[] path = exchange.getRequestURI().getPath().split("/");
			boolean post = "POST".equals(exchange.getRequestMethod());
			if (path.length == 2 && !post) {
				answer(exchange, 200, Map.of("stopping", supervisor.isStopping(), "processes", supervisor.status()));
			}
			else if (path.length == 3 && !post) {
				Optional<Status> status = supervisor.status(path[2]);
				answer(exchange, status.isPresent() ? 200 : 404, status.isPresent() ? status.get() : unknown(path[2]));
			}
			else if (path.length == 4 && "restart".equals(path[3])) {
				restart(exchange, path[2], post);
			}
			else {
				answer(exchange, 404, Map.of("detail", "There are GET /processes and POST /processes/{name}/restart."));
			}
		}
	}

	private void restart(HttpExchange exchange, String name, boolean post) throws IOException {
		if (!post) {
			answer(exchange, 405, Map.of("detail", "A restart is asked for by POST."));
		}
		else if (!isAuthorized(exchange)) {
			answer(exchange, 401, Map.of("detail", "The header Authorization: Bearer <token> is missing or wrong."));
		}
		else if (supervisor.isStopping()) {
			answer(exchange, 409, Map.of("detail", "The platform is stopping."));
		}
		else {
			Optional<Status> before = supervisor.restart(name);
			if (before.isEmpty()) {
				answer(exchange, 404, unknown(name));
				return;
			}
			Status after = awaitNewProcess(before.get());
			answer(exchange, 200, Map.of("name", name, "pid_before", before.get().pid(), "pid_after", after.pid(),
					"state_before", before.get().state(), "state", after.state(), "did", sentence(before.get(), after)));
		}
	}

	private Status awaitNewProcess(Status before) {
		long deadline = System.nanoTime() + RESTART_WAIT_MILLIS * 1_000_000;
		Status now = before;
		while (System.nanoTime() < deadline && (now.pid() == 0 || now.pid() == before.pid())) {
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				break;
			}
			now = supervisor.status(before.name()).orElse(before);
		}
		return now;
	}

	private static String sentence(Status before, Status after) {
		String end = before.pid() == 0 ? "was not running (%s)".formatted(before.reason())
				: "process %d was killed".formatted(before.pid());
		return after.pid() == 0 ? "%s, %s; no new process yet".formatted(before.name(), end)
				: "%s, %s; process %d started".formatted(before.name(), end, after.pid());
	}

	private boolean isAuthorized(HttpExchange exchange) {
		String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
		return MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8),
				("Bearer " + token).getBytes(StandardCharsets.UTF_8));
	}

	private static Map<String, String> unknown(String name) {
		return Map.of("detail", "There is no process named " + name + ".");
	}

	private static void answer(HttpExchange exchange, int code, Object body) throws IOException {
		byte[] bytes = JSON.writeValueAsBytes(body);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(code, bytes.length);
		exchange.getResponseBody().write(bytes);
	}
}
