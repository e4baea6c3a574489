package io.vigie.executor.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigie.common.json.VigieJson;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.ResendRule;
import io.vigie.engine.order.TimeInForce;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known after each kind of answer: the difference between "no", "not now" and "nobody knows" is money. */
class AlpacaTests {

	private static final String ORDER = """
			{"id":"1","client_order_id":"c","symbol":"BTC/USD","side":"buy","type":"market","qty":"1","filled_qty":"0","status":"new"}""";

	private final List<String> asked = new ArrayList<>();
	private final CountDownLatch never = new CountDownLatch(1);
	private int status = 200;
	private String body = ORDER;
	private HttpServer server;
	private Alpaca venue;

	@BeforeEach
	void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::answer);
		server.start();
		venue = venue("http://localhost:" + server.getAddress().getPort());
	}

	@AfterEach
	void stop() {
		never.countDown();
		server.stop(0);
	}

	@Test
	void placesABracketInTheVenuesWords() {
		assertThat(venue.place(order())).isInstanceOf(Answer.Placed.class);
		assertThat(asked.getFirst()).isEqualTo("POST /v2/orders "
				+ "{\"client_order_id\":\"trend-1\",\"symbol\":\"BTC/USD\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"gtc\","
				+ "\"qty\":\"0.000000001\",\"order_class\":\"bracket\",\"take_profit\":{\"limit_price\":\"110\"},\"stop_loss\":{\"stop_price\":\"95.5\"}}");
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 403, 404, 422 })
	void takesARefusalAsFinal(int refusal) {
		status = refusal;
		body = "{\"code\":1,\"message\":\"insufficient buying power\"}";

		assertThat(venue.place(order())).isEqualTo(new Answer.Rejected("insufficient buying power"));
	}

	@Test
	void tellsAnIdSeenBeforeFromARefusal() {
		status = 422;
		body = "{\"code\":40010001,\"message\":\"client_order_id must be unique\"}";

		assertThat(venue.place(order())).isInstanceOf(Answer.SeenBefore.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 429 })
	void knowsThatNothingHappenedWhereTheVenueDidNotListen(int refusal) {
		status = refusal;

		assertThat(venue.place(order())).isInstanceOf(Answer.NotSent.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 500, 502, 503, 504 })
	void doesNotKnowAfterAServerError(int error) {
		status = error;

		assertThat(venue.place(order())).isInstanceOf(Answer.Lost.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not json", "{}", "{\"id\":\"1\"}", "{\"id\":\"1\",\"symbol\":\"A\",\"side\":\"sideways\"}", "[]" })
	void doesNotKnowWhereTheAnswerCannotBeRead(String unreadable) {
		body = unreadable;

		assertThat(venue.place(order())).isInstanceOf(Answer.Lost.class);
	}

	@Test
	void doesNotKnowWhenTheConnectionBreaks() {
		status = -1;

		assertThat(venue.place(order())).isInstanceOf(Answer.Lost.class);
	}

	@Test
	void doesNotKnowWhenNobodyAnswers() {
		status = -2;

		assertThat(venue.place(order())).isInstanceOf(Answer.Lost.class);
	}

	@Test
	void neverSendsAnOrderTwiceByItself() {
		status = 500;
		venue.place(order());

		assertThat(asked).hasSize(1);
	}

	@Test
	void knowsThatNothingHappenedWithoutAConnection() {
		server.stop(0);

		assertThat(venue.place(order())).isInstanceOf(Answer.NotSent.class);
		assertThatThrownBy(() -> venue.account()).isInstanceOf(VenueUnavailable.class);
	}

	@Test
	void findsNothingOnlyWhereTheVenueSaysSo() {
		status = 404;
		assertThat(venue.byClientOrderId("trend-1")).isEmpty();
		assertThat(asked.getFirst()).startsWith("GET /v2/orders:by_client_order_id?nested=true&client_order_id=trend-1");

		status = 500;
		assertThatThrownBy(() -> venue.byClientOrderId("trend-1")).isInstanceOf(AnswerLost.class);
		status = 403;
		assertThatThrownBy(() -> venue.byId("1")).isInstanceOf(VenueRejected.class);
	}

	@Test
	void readsAgainWhatCouldNotBeRead() {
		status = 500;
		assertThatThrownBy(() -> venue.account()).isInstanceOf(AnswerLost.class);

		assertThat(asked).hasSize(3);
	}

	@Test
	void bearsTheCancelOfWhatHasEnded() {
		status = 422;
		venue.cancel("1");

		assertThat(asked).containsExactly("DELETE /v2/orders/1 ");
	}

	@Test
	void listsLegsAmongTheOpenOrders() {
		body = "[" + ORDER.replace("\"status\"", "\"legs\":[" + ORDER.replace("\"1\",\"client", "\"2\",\"client") + "],\"status\"") + "]";

		assertThat(venue.openOrders()).extracting(VenueOrder::id).containsExactly("1", "2");
	}

	@Test
	void readsHistoryOldestFirst() {
		body = "[]";

		assertThat(venue.activitiesAfter(Instant.EPOCH)).isEmpty();
		assertThat(venue.lastActivity()).isEmpty();
		assertThat(asked).containsExactly("GET /v2/account/activities?page_size=100&direction=asc&after=1970-01-01T00%3A00%3A00Z ",
				"GET /v2/account/activities?page_size=100&direction=desc ");
	}

	@Test
	void keepsTheSecretOutOfItsOwnDescription() {
		assertThat(new BrokerSettings(URI.create("http://localhost"), "key", "secret", "paper", ResendRule.Dialect.ALPACA, TradingMode.PAPER, Duration.ofSeconds(1)).toString())
			.doesNotContain("secret").doesNotContain("key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.alpaca.markets", "https://API.alpaca.markets.", "https://broker-api.alpaca.markets", "https://alpaca.markets" })
	void takesRealMoneyOnlyInLiveMode(String url) {
		assertThat(settings(url, TradingMode.PAPER).isUrlPaper()).isFalse();
		assertThat(settings(url, TradingMode.LIVE).isUrlPaper()).isTrue();
		assertThat(settings(url, TradingMode.LIVE).isLive()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://paper-api.alpaca.markets", "http://localhost:8090", "http://simulator:8090", "https://notalpaca.markets" })
	void takesEverythingElseForPaper(String url) {
		assertThat(settings(url, TradingMode.PAPER).isUrlPaper()).isTrue();
		assertThat(settings(url, TradingMode.LIVE).isLive()).isFalse();
	}

	private static BrokerSettings settings(String url, TradingMode mode) {
		return new BrokerSettings(URI.create(url), "k", "s", "paper", ResendRule.Dialect.ALPACA, mode, Duration.ofSeconds(1));
	}

	private static NewOrder order() {
		return new NewOrder("trend-1", "BTC/USD", Side.BUY, OrderType.MARKET, TimeInForce.GTC, new BigDecimal("1E-9"), null, null,
				new BigDecimal("110"), new BigDecimal("95.5"));
	}

	private static Alpaca venue(String url) {
		return new Alpaca(new BrokerSettings(URI.create(url), "key", "secret", "paper", ResendRule.Dialect.ALPACA, TradingMode.PAPER, Duration.ofMillis(500)), VigieJson.mapper(),
				new Symbols(Map.of()), RecordedVenue.drift());
	}

	private void answer(HttpExchange http) throws IOException {
		try (http) {
			String sent = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			synchronized (asked) {
				asked.add(http.getRequestMethod() + " " + http.getRequestURI() + " " + sent);
			}
			if (status == -1) {
				return;
			}
			if (status == -2) {
				never.await(5, TimeUnit.SECONDS);
				return;
			}
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
			http.getResponseBody().write(bytes);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
