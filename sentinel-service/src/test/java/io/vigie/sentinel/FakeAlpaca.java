package io.vigie.sentinel;

import io.vigie.engine.market.Tick;
import io.vigie.sentinel.venue.MarketData;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.jspecify.annotations.Nullable;

/**
 * A venue whose every word and silence is in a test's hand. Prints go to the history and, unless held back, to the streams; the
 * account's history and orders are whatever JSON they are given.
 */
public final class FakeAlpaca implements AutoCloseable {

	private final Tomcat tomcat = new Tomcat();
	private final Map<String, List<Tick>> tape = new ConcurrentHashMap<>();
	private final List<Map<String, Object>> activities = new CopyOnWriteArrayList<>();
	private final Map<String, String> orders = new ConcurrentHashMap<>();
	private final Map<String, String> assets = new ConcurrentHashMap<>();
	private final List<Client> clients = new CopyOnWriteArrayList<>();
	private final List<String> asked = new CopyOnWriteArrayList<>();
	private final AtomicInteger failures = new AtomicInteger();
	private volatile boolean refusing;
	private volatile boolean open = true;
	private volatile int page = 10_000;
	private final AtomicInteger pages = new AtomicInteger(Integer.MAX_VALUE);
	private volatile Instant now = Instant.parse("2026-03-02T12:00:00Z");

	public FakeAlpaca() {
		this(0);
	}

	public FakeAlpaca(int port) {
		try {
			start(port);
		}
		catch (LifecycleException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private void start(int port) throws LifecycleException, IOException {
		tomcat.setBaseDir(Files.createTempDirectory("fake-alpaca").toString());
		Connector connector = new Connector();
		connector.setPort(port);
		connector.setProperty("address", "127.0.0.1");
		connector.setProperty("encodedSolidusHandling", "decode");
		tomcat.setConnector(connector);
		Context context = tomcat.addContext("", null);
		Tomcat.addServlet(context, "rest", new Rest());
		context.addServletMappingDecoded("/", "rest");
		context.addServletContainerInitializer(new WsSci(), null);
		context.addServletContainerInitializer((_, servlets) -> {
			ServerContainer sockets = (ServerContainer) servlets.getAttribute(ServerContainer.class.getName());
			try {
				for (String path : List.of("/v1beta3/crypto/us", "/v2/iex", "/stream")) {
					sockets.addEndpoint(ServerEndpointConfig.Builder.create(Client.class, path)
							.configurator(new Endpoints(path)).build());
				}
			}
			catch (DeploymentException e) {
				throw new IllegalStateException(e);
			}
		}, null);
		tomcat.start();
	}

	public String url() {
		return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
	}

	public int port() {
		return tomcat.getConnector().getLocalPort();
	}

	/** Prints for all to hear. */
	public void print(Tick... ticks) {
		for (Tick tick : ticks) {
			printUnheard(tick);
			say(tick);
		}
	}

	/** Prints that only the history knows. */
	public void printUnheard(Tick... ticks) {
		for (Tick tick : ticks) {
			tape.computeIfAbsent(tick.symbol(), _ -> new CopyOnWriteArrayList<>()).add(tick);
			now = tick.at().isAfter(now) ? tick.at() : now;
		}
	}

	/** On the stream alone. */
	public void say(Tick tick) {
		sayOnFeeds("[{\"T\":\"t\",\"S\":\"%s\",%s}]".formatted(tick.symbol(), fields(tick)), tick.symbol());
	}

	/** A raw frame to whoever follows the symbol. */
	public void sayOnFeeds(String frame, String symbol) {
		clients.stream().filter(it -> it.symbols.contains(symbol)).forEach(it -> it.text(frame));
	}

	/** A raw frame on the account stream, in bytes as the paper account does. */
	public void sayOnAccount(String frame) {
		clients.stream().filter(it -> it.listening).forEach(it -> it.binary(frame));
	}

	public void addActivity(Map<String, Object> activity) {
		activities.add(new LinkedHashMap<>(activity));
	}

	public void putOrder(String id, String json) {
		orders.put(id, json);
	}

	/** Lists it, in the words given. */
	public void putAsset(String symbol, String json) {
		assets.put(symbol, json);
	}

	/** Breaks every connection without a word of goodbye. */
	public void cut() {
		clients.forEach(Client::cut);
	}

	/** Whether keys are refused from now on. */
	public void refuse(boolean refuses) {
		refusing = refuses;
	}

	public void openMarket(boolean isOpen) {
		open = isOpen;
	}

	/** The next so many requests fail with 500. */
	public void failRequests(int count) {
		failures.set(count);
	}

	public void pageSize(int size) {
		page = size;
	}

	/** Only so many more pages of history can be read, of all symbols together. */
	public void breakHistoryAfter(int count) {
		pages.set(count);
	}

	public boolean isFollowed(String symbol) {
		return clients.stream().anyMatch(it -> it.symbols.contains(symbol));
	}

	public boolean isAccountHeard() {
		return clients.stream().anyMatch(it -> it.listening);
	}

	/** Requests so far, path and query. */
	public List<String> asked() {
		return List.copyOf(asked);
	}

	@Override
	public void close() {
		try {
			tomcat.stop();
			tomcat.destroy();
		}
		catch (LifecycleException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String fields(Tick tick) {
		return "\"t\":\"%s\",\"p\":%s,\"s\":%s,\"i\":%d,\"tks\":\"B\"".formatted(tick.at(), plain(tick.price()),
				plain(tick.size()), tick.sequence());
	}

	private static String plain(BigDecimal value) {
		return value.toPlainString();
	}

	private final class Endpoints extends ServerEndpointConfig.Configurator {

		private final String path;

		private Endpoints(String path) {
			this.path = path;
		}

		@Override
		public <T> T getEndpointInstance(Class<T> type) {
			return type.cast(new Client(FakeAlpaca.this, path));
		}
	}

	/** One connection. */
	public static final class Client extends Endpoint {

		private final FakeAlpaca venue;
		private final String path;
		private volatile List<String> symbols = List.of();
		private volatile boolean listening;
		private volatile @Nullable Session session;

		private Client(FakeAlpaca venue, String path) {
			this.venue = venue;
			this.path = path;
		}

		@Override
		public void onOpen(Session opened, EndpointConfig config) {
			session = opened;
			venue.clients.add(this);
			opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::on);
			if (!path.equals("/stream")) {
				text("[{\"T\":\"success\",\"msg\":\"connected\"}]");
			}
		}

		@Override
		public void onClose(Session closed, CloseReason reason) {
			venue.clients.remove(this);
		}

		private void on(String message) {
			if (message.contains("\"auth\"")) {
				boolean fits = message.contains("\"test-key\"") && message.contains("\"test-secret\"")
						&& !venue.refusing;
				if (path.equals("/stream")) {
					binary("{\"stream\":\"authorization\",\"data\":{\"status\":\"%s\",\"action\":\"authenticate\"}}"
						.formatted(fits ? "authorized" : "unauthorized"));
				}
				else {
					text(fits ? "[{\"T\":\"success\",\"msg\":\"authenticated\"}]"
							: "[{\"T\":\"error\",\"code\":402,\"msg\":\"auth failed\"}]");
				}
			}
			else if (message.contains("\"listen\"")) {
				binary("{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}");
				listening = true;
			}
			else if (message.contains("\"subscribe\"")) {
				String list = message.replaceAll(".*\"trades\":\\[([^]]*)].*", "$1");
				text("[{\"T\":\"subscription\",\"trades\":[" + list + "],\"quotes\":[],\"bars\":[]}]");
				symbols = List.of(list.replace("\"", "").split(","));
			}
		}

		private synchronized void text(String frame) {
			try {
				if (session != null && session.isOpen()) {
					session.getBasicRemote().sendText(frame);
				}
			}
			catch (IOException | IllegalStateException _) {
				// the other side is gone
			}
		}

		private synchronized void binary(String frame) {
			try {
				if (session != null && session.isOpen()) {
					session.getBasicRemote().sendBinary(ByteBuffer.wrap(frame.getBytes(StandardCharsets.UTF_8)));
				}
			}
			catch (IOException | IllegalStateException _) {
				// the other side is gone
			}
		}

		private void cut() {
			symbols = List.of();
			listening = false;
			try {
				session.close(new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "cut"));
			}
			catch (IOException | NullPointerException _) {
				// gone already
			}
		}
	}

	private final class Rest extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			String path = request.getRequestURI();
			asked.add(path + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
			if (failures.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
				response.setStatus(500);
				return;
			}
			if (!"test-secret".equals(request.getHeader("APCA-API-SECRET-KEY"))) {
				response.setStatus(403);
				return;
			}
			String answer = answer(path, request);
			response.setStatus(answer == null ? 404 : 200);
			response.setContentType("application/json");
			response.getWriter().write(answer == null ? "{\"code\":40410000,\"message\":\"not found\"}" : answer);
		}

		private @Nullable String answer(String path, HttpServletRequest request) {
			if (path.equals("/v2/clock")) {
				return "{\"timestamp\":\"%s\",\"is_open\":%s}".formatted(now, open);
			}
			if (path.endsWith("/trades")) {
				return trades(request);
			}
			if (path.equals("/v2/account/activities")) {
				return activities(request);
			}
			if (path.equals("/v2/orders")) {
				return "[" + String.join(",", orders.values()) + "]";
			}
			if (path.equals("/v2/assets")) {
				return "[" + String.join(",", assets.values()) + "]";
			}
			if (path.startsWith("/v2/assets/")) {
				return assets.get(path.substring("/v2/assets/".length()));
			}
			return path.startsWith("/v2/orders/") ? orders.get(path.substring("/v2/orders/".length())) : null;
		}

		private @Nullable String trades(HttpServletRequest request) {
			String symbol = request.getParameter("symbols");
			boolean crypto = request.getRequestURI().startsWith("/v1beta3");
			Instant start = Instant.parse(request.getParameter("start"));
			List<Tick> all = tape.getOrDefault(symbol, List.of()).stream().filter(it -> !it.at().isBefore(start))
					.toList();
			int from = request.getParameter("page_token") == null ? 0
					: Integer.parseInt(request.getParameter("page_token"));
			int to = Math.min(all.size(), from + page);
			if (pages.getAndUpdate(it -> Math.max(0, it - 1)) == 0) {
				return null;
			}
			String body = all.subList(from, to).stream().map(it -> "{" + fields(it) + "}")
					.collect(Collectors.joining(","));
			if (crypto != MarketData.isCrypto(symbol)) {
				return "{\"trades\":{}}";
			}
			return "{\"trades\":{\"%s\":[%s]},\"next_page_token\":%s}".formatted(symbol, body, to < all.size() ? "\""
					+ to + "\"" : null);
		}

		private String activities(HttpServletRequest request) {
			List<Map<String, Object>> all = new ArrayList<>(activities);
			if ("desc".equals(request.getParameter("direction"))) {
				all = all.reversed();
			}
			String token = request.getParameter("page_token");
			int from = 0;
			for (int i = 0; i < all.size(); i++) {
				from = all.get(i).get("id").equals(token) ? i + 1 : from;
			}
			return all.subList(from, all.size())
				.stream()
				.limit(Integer.parseInt(request.getParameter("page_size")))
				.map(tools.jackson.databind.json.JsonMapper.shared()::writeValueAsString)
				.collect(Collectors.joining(",", "[", "]"));
		}
	}
}
