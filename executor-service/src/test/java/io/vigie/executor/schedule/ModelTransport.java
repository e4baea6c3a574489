package io.vigie.executor.schedule;

import io.vigie.common.json.VigieJson;
import io.vigie.executor.schedule.ModelVenue.Placing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries requests to the venue model in Alpaca's words, and spoils them. While a request is under way the rest of the world
 * goes on.
 */
final class ModelTransport extends HttpClient {

	private static final JsonMapper JSON = VigieJson.mapper();
	private static final Duration TIMEOUT = Duration.ofSeconds(5);
	/** No venue acts on a request that is older. */
	private static final Duration RECEIVE_WINDOW = Duration.ofSeconds(5);
	private static final Duration LATE = RECEIVE_WINDOW.minusMillis(500);
	private static final int PAGE = 100;

	private final World world;
	private final List<UnderWay> underWay = new ArrayList<>();
	private int sends;

	ModelTransport(World world) {
		this.world = world;
	}

	int sends() {
		return sends;
	}

	private record Told(int status, byte[] body) {

		static Told of(int status, @Nullable Object body) {
			return new Told(status, body == null ? new byte[0] : JSON.writeValueAsBytes(body));
		}
	}

	/** Left the sender, who does not wait for it any more. */
	private record UnderWay(Instant acts, Runnable act) {
	}

	@Override
	public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
		String what = request.method().equals("POST") ? "order" : request.method().equals("DELETE") ? "cancel" : "look-up";
		world.trace("  " + request.method() + " " + request.uri().getPath());
		world.crash.pass("before " + what);
		sends += what.equals("order") ? 1 : 0;
		Instant sent = world.clock.instant();
		world.pass(world.luck.upTo(Duration.ofMillis(300)));
		Told told = spoilt(request, what, sent);
		world.crash.pass("after " + what);
		return answer(told, request, handler);
	}

	private Told spoilt(HttpRequest request, String what, Instant sent) throws IOException {
		boolean placing = what.equals("order");
		boolean storm = world.isStormy();
		if (strikes(Fault.NO_CONNECTION, placing, 6)) {
			throw new ConnectException("no connection");
		}
		if (strikes(Fault.RESET_BEFORE, placing, 8)) {
			throw new IOException("Connection reset");
		}
		if (strikes(Fault.TOO_MANY_REQUESTS, placing, 6)) {
			return Told.of(429, Map.of("message", "too many requests"));
		}
		if (strikes(Fault.ERROR_BEFORE, placing, 6)) {
			return Told.of(503, Map.of("message", "service unavailable"));
		}
		if (placing && strikes(Fault.REJECT, placing, 8)) {
			return Told.of(403, Map.of("code", 40310000, "message", "insufficient buying power"));
		}
		if (placing && world.isPlanned(Fault.ACTED_LATE)) {
			underWay.add(new UnderWay(world.clock.instant().plus(LATE), () -> act(request, sent)));
			world.doing = "its lost answer";
			throw new IOException("Connection reset");
		}
		if (placing && world.suffers(Fault.ACTED_LATE, storm ? 35 : 14)) {
			underWay.add(new UnderWay(world.clock.instant().plus(world.luck.upTo(LATE)), () -> act(request, sent)));
			return giveUp();
		}
		Told told = act(request, sent);
		world.crash.pass("venue has acted on " + what);
		if (strikes(Fault.RESET_AFTER, placing, storm ? 30 : 14)) {
			throw new IOException("Connection reset");
		}
		if (strikes(Fault.ANSWER_LATE, placing, storm ? 30 : 14)) {
			world.goesOn(4);
			return giveUp();
		}
		if (strikes(Fault.ERROR_AFTER, placing, 10)) {
			return Told.of(500, Map.of("message", "internal server error"));
		}
		if (strikes(Fault.UNREADABLE_ANSWER, placing, 6)) {
			return new Told(200, "<html>".getBytes(StandardCharsets.UTF_8));
		}
		if (strikes(Fault.FIELD_GONE, placing, 8)) {
			Map.Entry<String, byte[]> harmed = Harm.done(told.body, world.luck);
			if (harmed != null) {
				world.trace("  without " + harmed.getKey());
				return new Told(told.status, harmed.getValue());
			}
		}
		world.goesOn(1);
		return told;
	}

	/** Look-ups are many, so each of them is seldom spoilt. */
	private boolean strikes(Fault fault, boolean placing, int percent) {
		return placing && world.isPlanned(fault) || world.suffers(fault, placing ? percent : 1);
	}

	private Told giveUp() throws IOException {
		if (world.luck.percent(50)) {
			throw new IOException("Connection reset");
		}
		world.pass(TIMEOUT);
		throw new HttpTimeoutException("request timed out");
	}

	/** What the venue does until then with what it was sent long ago. */
	void arrive(Instant until) {
		for (UnderWay late : underWay.stream().filter(it -> !it.acts.isAfter(until)).sorted(Comparator.comparing(UnderWay::acts)).toList()) {
			underWay.remove(late);
			world.clock.reach(late.acts);
			world.trace("a late request arrives at the venue");
			late.act.run();
		}
	}

	private Told act(HttpRequest request, Instant sent) {
		String path = request.uri().getPath();
		Map<String, String> query = query(request);
		return switch (request.method()) {
			case "POST" -> switch (world.venue.place(body(request), sent.plus(RECEIVE_WINDOW))) {
				case Placing.Done(ModelOrder order) -> Told.of(200, order.json());
				case Placing.No(int status, int code, String message) -> Told.of(status, Map.of("code", code, "message", message));
			};
			case "DELETE" -> Told.of(world.venue.byId(last(path)).map(world.venue::cancel).orElse(false) ? 204 : 422, null);
			default -> switch (path) {
				case "/v2/clock" -> Told.of(200, Map.of("timestamp", world.clock.instant().toString(), "is_open", true));
				case "/v2/account/activities" -> Told.of(200, activities(query));
				case "/v2/orders" -> Told.of(200, orders(query));
				case "/v2/orders:by_client_order_id" -> found(world.venue.byClientId(query.getOrDefault("client_order_id", "")));
				default -> path.startsWith("/v2/orders/") ? found(world.venue.byId(last(path))) : Told.of(404, Map.of("message", "no such page"));
			};
		};
	}

	private static Told found(Optional<ModelOrder> order) {
		return order.map(it -> Told.of(200, it.json())).orElseGet(() -> Told.of(404, Map.of("message", "order not found")));
	}

	private List<Map<String, Object>> orders(Map<String, String> query) {
		return "all".equals(query.get("status"))
				? world.venue.orders.stream().filter(it -> it.symbol.equals(query.get("symbols"))).map(ModelOrder::flat).toList()
				: world.venue.orders.stream().filter(it -> it.isOpen() && it.parent == null).map(ModelOrder::json).toList();
	}

	private List<Map<String, Object>> activities(Map<String, String> query) {
		Instant after = Instant.parse(query.getOrDefault("after", Instant.EPOCH.toString()));
		String token = query.getOrDefault("page_token", "");
		return world.venue.activities.stream().filter(it -> it.at().isAfter(after) && it.id().compareTo(token) > 0).limit(PAGE)
			.map(ModelVenue.Entry::json).toList();
	}

	private static String last(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static Map<String, String> query(HttpRequest request) {
		String query = request.uri().getRawQuery();
		return query == null ? Map.of() : new HashMap<>(Arrays.stream(query.split("&")).map(it -> it.split("=", 2))
			.collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8))));
	}

	private static JsonNode body(HttpRequest request) {
		var bytes = new ByteArrayOutputStream();
		request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
			@Override
			public void onSubscribe(Flow.Subscription subscription) {
				subscription.request(Long.MAX_VALUE);
			}

			@Override
			public void onNext(ByteBuffer part) {
				byte[] copy = new byte[part.remaining()];
				part.get(copy);
				bytes.writeBytes(copy);
			}

			@Override
			public void onError(Throwable e) {
				throw new IllegalStateException(e);
			}

			@Override
			public void onComplete() {
				// All of it is there.
			}
		});
		return JSON.readTree(bytes.toByteArray());
	}

	private static <T> HttpResponse<T> answer(Told told, HttpRequest request, BodyHandler<T> handler) {
		return new ModelAnswer<>(request, told.status, ModelAnswer.read(told.status, told.body, handler));
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
		throw new UnsupportedOperationException();
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> push) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<CookieHandler> cookieHandler() {
		return Optional.empty();
	}

	@Override
	public Optional<Duration> connectTimeout() {
		return Optional.empty();
	}

	@Override
	public Redirect followRedirects() {
		return Redirect.NEVER;
	}

	@Override
	public Optional<ProxySelector> proxy() {
		return Optional.empty();
	}

	@Override
	public SSLContext sslContext() {
		throw new UnsupportedOperationException();
	}

	@Override
	public SSLParameters sslParameters() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Authenticator> authenticator() {
		return Optional.empty();
	}

	@Override
	public Version version() {
		return Version.HTTP_1_1;
	}

	@Override
	public Optional<Executor> executor() {
		return Optional.empty();
	}
}
