package io.vigie.simulator;

import static io.vigie.simulator.RunningSimulator.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.simulator.RunningSimulator.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between a request and its answer, over real connections. */
class RequestFaultIT {

	private static final String COIN = "COIN/USD";

	@TempDir
	private static Path data;

	private static RunningSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = RunningSimulator.start(data);
		simulator.print(COIN, "100");
		simulator.print("AAPL", "50");
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@BeforeEach
	void calm() {
		simulator.calm();
	}

	@ParameterizedTest
	@CsvSource({ "'',cut", "',''how'':''reset''',reset", "',''how'':''silence'',''millis'':50',silence" })
	void losesAnAnswerButNotTheOrder(String how, String id) {
		simulator.arm("'do':{'kind':'answer_lost'%s},'on':{'methods':'POST','path':'/v2/orders'}".formatted(how));
		simulator.lose(order(COIN, "buy", "1", "lost-" + id));
		assertThat(known("lost-" + id)).isTrue();
		assertThat(place("after-" + id).status()).isEqualTo(200);
		assertThat(simulator.firings()).containsExactly("answer_lost-1 1 POST /v2/orders lost-" + id);
	}

	@Test
	void resetsAConnectionBeforeAnythingIsDone() {
		simulator.arm("'do':{'kind':'connection_reset'},'on':{'methods':'POST'}");
		assertThatThrownBy(() -> place("reset")).hasRootCauseInstanceOf(IOException.class);
		assertThat(known("reset")).isFalse();
	}

	@Test
	void answersLate() {
		simulator.arm("'do':{'kind':'answer_late','millis':300},'on':{'path':'/v2/orders'}");
		long before = System.nanoTime();
		assertThat(place("late").status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void doesLateWhatAClientHasGivenUpOn() throws InterruptedException {
		simulator.arm("'do':{'kind':'answer_late','millis':400,'done':false},'on':{'client_order_id':'tardy'}");
		Thread request = Thread.ofVirtual().start(() -> place("tardy"));
		Awaitility.await().until(() -> !simulator.firings().isEmpty());
		assertThat(known("tardy")).isFalse();
		request.join();
		assertThat(known("tardy")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void failsWithoutDoing(int status) {
		simulator.arm("'do':{'kind':'server_error','status':%d},'on':{'path':'/v2/orders'},'when':{'times':2}".formatted(status));
		assertThat(place("failed" + status).status()).isEqualTo(status);
		assertThat(simulator.get("/v2/account").status()).isEqualTo(200);
		assertThat(simulator.get("/v2/orders").status()).isEqualTo(status);
		assertThat(known("failed" + status)).isFalse();
	}

	@Test
	void failsAfterDoing() {
		simulator.arm("'do':{'kind':'server_error','status':500,'done':true},'on':{'methods':'POST'}");
		Answer answer = place("done");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.body().path("code").intValue()).isEqualTo(50010000);
		assertThat(known("done")).isTrue();
	}

	@Test
	void throttlesInAlpacasWords() {
		simulator.arm("'do':{'kind':'throttled','seconds':7},'on':{'path':'/v2/clock'}");
		Answer throttled = simulator.get("/v2/clock");
		assertThat(throttled.status()).isEqualTo(429);
		assertThat(throttled.body().path("code").intValue()).isEqualTo(42910000);
		assertThat(throttled.headers().get("retry-after")).containsExactly("7");
		assertThat(throttled.headers().get("x-ratelimit-remaining")).containsExactly("0");
		assertThat(Long.parseLong(throttled.headers().get("x-ratelimit-reset").getFirst())).isPositive();
		assertThat(simulator.get("/v2/clock").status()).isEqualTo(200);
	}

	@Test
	void forbids() {
		simulator.arm("'do':{'kind':'forbidden','message':'account is \\u201crestricted\\u201d'},'on':{'path':'/v2/account'}");
		Answer forbidden = simulator.get("/v2/account");
		assertThat(forbidden.status()).isEqualTo(403);
		assertThat(forbidden.body().path("code").intValue()).isEqualTo(40310000);
		assertThat(forbidden.text("message")).isEqualTo("account is \u201crestricted\u201d");
	}

	@Test
	void changesTheFieldsOfAnswers() {
		place("shape");
		simulator.arm("'do':{'kind':'fields_changed','remove':['qty','limit_price'],'rename':{'client_order_id':'client_id'},"
				+ "'set':{'status':'mystery'}},'on':{'path':'/v2/orders.*'}");
		Answer one = simulator.get("/v2/orders:by_client_order_id?client_order_id=shape");
		assertThat(one.body().has("qty")).isFalse();
		assertThat(one.text("client_id")).isEqualTo("shape");
		assertThat(one.text("status")).isEqualTo("mystery");
		assertThat(simulator.get("/v2/orders?status=all").body()).isNotEmpty().allMatch(it -> it.has("client_id") && !it.has("qty"));
		assertThat(simulator.get("/v2/account").body().has("cash")).isTrue();
	}

	@Test
	void removesFieldsOfLegs() {
		simulator.post("/v2/orders", """
				{"symbol":"COIN/USD","qty":"1","side":"buy","type":"limit","limit_price":"50","time_in_force":"gtc","order_class":"bracket",
				 "client_order_id":"legs","take_profit":{"limit_price":"200"},"stop_loss":{"stop_price":"40"}}""");
		simulator.arm("'do':{'kind':'fields_changed','remove':['legs.stop_price']},'on':{'client_order_id':'legs'}");
		Answer answer = simulator.get("/v2/orders:by_client_order_id?client_order_id=legs");
		assertThat(answer.body().path("legs")).hasSize(2).noneMatch(it -> it.has("stop_price"));
		assertThat(answer.body().has("stop_price")).isTrue();
	}

	@Test
	void shiftsItsClock() {
		Instant right = stamp();
		simulator.arm("'do':{'kind':'clock_skew','seconds':-12.5}");
		assertThat(Duration.between(right, stamp())).isEqualTo(Duration.ofMillis(-12_500));
		assertThat(simulator.get("/v2/clock").headers().get("date")).isNotEmpty();
		simulator.calm();
		assertThat(stamp()).isEqualTo(right);
	}

	@Test
	void strikesByWhatAnOrderSaysAndByTheOrderThatAPathNames() {
		simulator.arm("'name':'apples','do':{'kind':'server_error'},'on':{'symbols':['AAPL'],'side':'buy'},'when':{'times':9}");
		assertThat(place("coin").status()).isEqualTo(200);
		assertThat(simulator.post("/v2/orders", order("AAPL", "sell", "1", "s")).status()).isEqualTo(403);
		assertThat(simulator.post("/v2/orders", order("AAPL", "buy", "1", "b")).status()).isEqualTo(503);
		simulator.calm();
		String id = simulator.post("/v2/orders", order("AAPL", "buy", "1", "known").replace("gtc", "day")).text("id");
		simulator.arm("'do':{'kind':'server_error'},'on':{'methods':'DELETE','symbols':'AAPL'},'when':{'times':1}");
		assertThat(simulator.delete("/v2/orders/" + id).status()).isEqualTo(503);
		assertThat(simulator.firings()).containsExactly("server_error-1 1 DELETE /v2/orders/" + id + " known");
		assertThat(simulator.delete("/v2/orders/" + id).status()).isEqualTo(204);
	}

	@Test
	void isLateAndWrongAtOnce() {
		simulator.arm("'do':{'kind':'answer_late','millis':200},'on':{'path':'/v2/clock'}");
		simulator.arm("'do':{'kind':'clock_skew','seconds':60},'on':{'path':'/v2/clock'}");
		Instant right = Instant.parse(simulator.get("/simulator/status").text("market_time"));
		long before = System.nanoTime();
		assertThat(stamp()).isEqualTo(right.plusSeconds(60));
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
	}

	@Test
	void doesNothingWhereItThrottlesOrForbids() {
		simulator.arm("'do':{'kind':'throttled'},'on':{'client_order_id':'throttled'}");
		simulator.arm("'do':{'kind':'forbidden'},'on':{'client_order_id':'forbidden'}");
		assertThat(place("throttled").status()).isEqualTo(429);
		assertThat(place("forbidden").status()).isEqualTo(403);
		assertThat(known("throttled") || known("forbidden")).isFalse();
	}

	@Test
	void strikesByTheSymbolOfAPathHoweverItIsWritten() {
		place("owned");
		simulator.print(COIN, "100");
		simulator.arm("'do':{'kind':'server_error'},'on':{'symbols':'COIN/USD','path':'/v2/(positions|assets)/.*'},'when':{'times':4}");
		assertThat(simulator.get("/v2/positions/COINUSD").status()).isEqualTo(503);
		assertThat(simulator.get("/v2/positions/COIN/USD").status()).isEqualTo(503);
		assertThat(simulator.get("/v2/positions/COIN%2FUSD").status()).isEqualTo(503);
		assertThat(simulator.get("/v2/assets/AAPL").status()).isEqualTo(200);
	}

	@Test
	void leavesRefusalsAndUnreadableBodiesToTheVenue() {
		simulator.arm("'do':{'kind':'server_error'},'on':{'symbols':'AAPL'}");
		assertThat(simulator.post("/v2/orders", "{\"symbol\":").status()).isEqualTo(400);
		assertThat(simulator.post("/v2/orders", "").status()).isEqualTo(400);
		assertThat(simulator.get("/v2/orders/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
		assertThat(simulator.firings()).isEmpty();
	}

	@Test
	void refusesHandshakes() {
		simulator.arm("'do':{'kind':'server_error'},'on':{'path':'/stream'}");
		assertThatThrownBy(() -> simulator.open("/stream", Map.of())).rootCause().hasMessageContaining("503");
		simulator.open("/stream", Map.of()).close();
	}

	@Test
	void neverHitsItsControls() {
		simulator.arm("'do':{'kind':'server_error'},'when':{'times':1000}");
		assertThat(simulator.get("/simulator/status").status()).isEqualTo(200);
		assertThat(simulator.get("/v2/clock").status()).isEqualTo(503);
		simulator.calm();
		assertThat(simulator.get("/v2/clock").status()).isEqualTo(200);
	}

	@Test
	void strikesOnlyInItsTime() {
		simulator.arm("'do':{'kind':'server_error'},'on':{'path':'/v2/clock'},'when':{'times':9,'from_seconds':60,'for_seconds':30}");
		assertThat(simulator.get("/v2/clock").status()).isEqualTo(200);
		simulator.post("/simulator/advance", "{\"seconds\":60}");
		assertThat(simulator.get("/v2/clock").status()).isEqualTo(503);
		simulator.post("/simulator/advance", "{\"seconds\":30}");
		assertThat(simulator.get("/v2/clock").status()).isEqualTo(200);
	}

	private static Answer place(String id) {
		return simulator.post("/v2/orders", order(COIN, "buy", "1", id));
	}

	private static boolean known(String id) {
		return simulator.get("/v2/orders:by_client_order_id?client_order_id=" + id).status() == 200;
	}

	private static Instant stamp() {
		return Instant.parse(simulator.get("/v2/clock").text("timestamp"));
	}
}
