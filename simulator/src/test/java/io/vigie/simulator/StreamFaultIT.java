package io.vigie.simulator;

import static io.vigie.simulator.RunningSimulator.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes wrong between the market and those who listen, over real connections. */
class StreamFaultIT {

	private static final String COIN = "COIN/USD";

	@TempDir
	private static Path data;

	private static RunningSimulator simulator;

	private Socket updates;
	private Socket prices;

	@BeforeAll
	static void start() {
		simulator = RunningSimulator.start(data);
		simulator.print(COIN, "100");
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@BeforeEach
	void listen() {
		simulator.calm();
		simulator.delete("/v2/orders");
		updates = updates();
		prices = simulator.open("/v1beta3/crypto/us", RunningSimulator.KEYS);
		prices.hear("msg", "authenticated");
		prices.say("{\"action\":\"subscribe\",\"trades\":[\"*\"]}").hear("T", "subscription");
	}

	@AfterEach
	void leave() {
		updates.close();
		prices.close();
		simulator.calm();
	}

	@Test
	void dropsTheStreamBeforeAFillIsTold() {
		simulator.arm("'do':{'kind':'stream_dropped'},'on':{'streams':'trade_updates','events':'fill'}");
		buy("dropped");
		simulator.print(COIN, "100");
		assertThat(updates.awaitClose()).isEqualTo(1012);
		assertThat(events("dropped")).containsExactly("new");
		assertThat(simulator.firings()).containsExactly("stream_dropped-1 1 trade_updates fill COIN/USD dropped");
		prices.hear(it -> it.path("T").stringValue("").equals("t"));
	}

	@Test
	void dropsAStreamWithoutAWord() {
		simulator.arm("'do':{'kind':'stream_dropped','abrupt':true},'on':{'streams':'crypto'}");
		simulator.print(COIN, "100");
		assertThat(prices.awaitClose()).isEqualTo(Socket.ABRUPT);
		simulator.print(COIN, "100");
	}

	@Test
	void fallsSilentAndAnswersNoPings() {
		assertThat(updates.isAnsweringPings()).isTrue();
		simulator.arm("'name':'hush','do':{'kind':'stream_silent'},'on':{'streams':'trade_updates'},'when':{'until_seconds':60}");
		buy("hush");
		simulator.print(COIN, "100");
		assertThat(updates.isAnsweringPings(Duration.ofMillis(300))).isFalse();
		assertThat(prices.isAnsweringPings()).isTrue();
		assertThat(events("hush")).isEmpty();
		simulator.post("/simulator/advance", "{\"seconds\":60}");
		assertThat(updates.isAnsweringPings()).isTrue();
		buy("loud");
		awaitEvents("loud", "new");
		assertThat(simulator.firings()).anyMatch(it -> it.endsWith("trade_updates new COIN/USD hush"))
			.anyMatch(it -> it.contains("trade_updates client"));
	}

	@Test
	void fallsSilentButAnswersPings() {
		simulator.arm("'do':{'kind':'stream_silent','pings':false},'on':{'streams':['trade_updates']}");
		buy("quiet");
		assertThat(updates.isAnsweringPings()).isTrue();
		assertThat(events("quiet")).isEmpty();
	}

	@Test
	void losesASingleEvent() {
		simulator.arm("'do':{'kind':'event_lost'},'on':{'events':'fill'}");
		buy("gap");
		simulator.print(COIN, "100");
		buy("gap2");
		awaitEvents("gap2", "new");
		assertThat(events("gap")).containsExactly("new");
	}

	@Test
	void duplicatesAnEvent() {
		simulator.arm("'do':{'kind':'event_duplicated','copies':2},'on':{'events':'fill','streams':'trade_updates'}");
		buy("twice");
		simulator.print(COIN, "100");
		awaitEvents("twice", "new", "fill", "fill", "fill");
		assertThat(updates.heard().stream().filter(it -> it.path("data").path("event").stringValue("").equals("fill"))
			.map(it -> it.path("data").path("execution_id").stringValue("")).distinct()).hasSize(1);
	}

	@Test
	void tellsAFillBeforeTheOrderIsNew() {
		simulator.arm("'do':{'kind':'event_reordered','millis':20000},'on':{'events':'new','streams':'trade_updates'}");
		buy("swap");
		simulator.print(COIN, "100");
		awaitEvents("swap", "fill", "new");
	}

	@Test
	void keepsAMessageNoLongerThanTold() {
		simulator.arm("'do':{'kind':'event_reordered','by':5,'millis':100},'on':{'events':'new','streams':'trade_updates'}");
		buy("patience");
		awaitEvents("patience", "new");
	}

	@Test
	void tellsAnEventLate() {
		simulator.arm("'do':{'kind':'event_delayed','millis':400},'on':{'events':'new','streams':'trade_updates'}");
		long before = System.nanoTime();
		buy("slow");
		simulator.print(COIN, "100");
		awaitEvents("slow", "fill", "new");
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
	}

	@Test
	void changesFieldsAndStampsOfEvents() {
		simulator.arm("'do':{'kind':'fields_changed','remove':'order.filled_qty','rename':{'execution_id':'exec_id'}},'on':{'streams':'trade_updates'}");
		simulator.arm("'do':{'kind':'clock_skew','seconds':3600},'on':{'streams':['trade_updates','crypto']}");
		Instant now = Instant.parse(simulator.get("/v2/clock").text("timestamp"));
		buy("odd");
		simulator.print(COIN, "100");
		awaitEvents("odd", "new", "fill");
		JsonNode fill = update("odd", "fill");
		assertThat(fill.path("order").has("filled_qty")).isFalse();
		assertThat(fill.has("exec_id")).isTrue();
		assertThat(Instant.parse(fill.path("at").stringValue(""))).isEqualTo(now.plusSeconds(3600));
		JsonNode trade = prices.hear(it -> it.path("T").stringValue("").equals("t"));
		assertThat(Instant.parse(trade.path("t").stringValue(""))).isEqualTo(now.plusSeconds(3600));
	}

	@Test
	void dropsWhenItsTimeHasComeWhateverPrints() {
		simulator.arm("'do':{'kind':'stream_dropped'},'on':{'streams':'trade_updates'},'when':{'from_seconds':10}");
		simulator.print(COIN, "100");
		prices.hear(it -> it.path("T").stringValue("").equals("t"));
		simulator.post("/simulator/advance", "{\"seconds\":10}");
		simulator.print(COIN, "100");
		assertThat(updates.awaitClose()).isEqualTo(1012);
	}

	private static Socket updates() {
		Socket socket = simulator.open("/stream", Map.of());
		socket.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}").hear("status", "authorized");
		socket.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}").hear("stream", "listening");
		return socket;
	}

	private static void buy(String id) {
		assertThat(simulator.post("/v2/orders", order(COIN, "buy", "1", id)).status()).isEqualTo(200);
	}

	private void awaitEvents(String id, String... events) {
		Awaitility.await().untilAsserted(() -> assertThat(events(id)).containsExactly(events));
	}

	private List<String> events(String id) {
		return updates.heard().stream()
			.map(it -> it.path("data"))
			.filter(it -> it.path("order").path("client_order_id").stringValue("").equals(id))
			.map(it -> it.path("event").stringValue(""))
			.toList();
	}

	private JsonNode update(String id, String event) {
		return Objects.requireNonNull(updates.heard().stream()
			.map(it -> it.path("data"))
			.filter(it -> it.path("order").path("client_order_id").stringValue("").equals(id) && it.path("event").stringValue("").equals(event))
			.findFirst()
			.orElse(null));
	}
}
