package io.vigie.simulator;

import static io.vigie.simulator.RunningSimulator.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many clients, everything going wrong at once, the market running: nothing hangs, and the books still balance. */
class FaultsUnderLoadIT {

	private static final int CLIENTS = 8;
	private static final int ORDERS = 25;

	private static final String SCRIPT = """
			{ "seed": 3, "faults": [
			  { "do": { "kind": "answer_lost" }, "on": { "methods": "POST" }, "when": { "probability": 0.1 } },
			  { "do": { "kind": "answer_lost", "how": "reset" }, "on": { "methods": "POST" }, "when": { "probability": 0.1 } },
			  { "do": { "kind": "connection_reset" }, "on": { "methods": "POST" }, "when": { "probability": 0.1 } },
			  { "do": { "kind": "answer_late", "millis": 5, "done": false }, "when": { "probability": 0.1 } },
			  { "do": { "kind": "server_error", "done": true }, "on": { "methods": "POST" }, "when": { "probability": 0.1 } },
			  { "do": { "kind": "stream_dropped", "abrupt": true }, "on": { "streams": "trade_updates" }, "when": { "probability": 0.01 } },
			  { "do": { "kind": "event_reordered", "millis": 20 }, "when": { "probability": 0.2 } },
			  { "do": { "kind": "event_duplicated" }, "when": { "probability": 0.2 } },
			  { "do": { "kind": "event_delayed", "millis": 20 }, "when": { "probability": 0.2 } },
			  { "do": { "kind": "partial_fills", "share": 0.3 }, "when": { "probability": 0.5 } },
			  { "do": { "kind": "order_rejected" }, "when": { "probability": 0.1 } },
			  { "do": { "kind": "symbol_halted" }, "when": { "probability": 0.1 } } ] }""";

	@TempDir
	private Path data;

	@Test
	void hangsNothingAndBalances() {
		try (RunningSimulator simulator = RunningSimulator.start(data, "VIGIE_REPLAY_PAUSED=false", "VIGIE_SYNTHETIC=SIM1/USD:42")) {
			simulator.print("COIN/USD", "10");
			assertThat(simulator.post("/simulator/faults", SCRIPT).status()).isEqualTo(200);
			Set<String> answered = ConcurrentHashMap.newKeySet();
			List<Thread> clients = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				String client = "client" + i + "-";
				clients.add(Thread.ofVirtual().start(() -> trade(simulator, client, answered)));
			}
			Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> clients.stream().noneMatch(Thread::isAlive));
			simulator.delete("/simulator/faults");
			simulator.print("COIN/USD", "10");
			Set<String> known = new HashSet<>();
			simulator.get("/v2/orders?status=all&limit=500").body().forEach(it -> known.add(it.path("client_order_id").stringValue("")));
			assertThat(known).containsAll(answered);
			assertThat(known).hasSizeLessThan(CLIENTS * ORDERS).hasSizeGreaterThan(answered.size());
			assertThat(new BigDecimal(simulator.get("/v2/account").text("cash"))).isEqualByComparingTo(cashByHistory(simulator));
			assertThat(struck(simulator)).hasSize(12);
		}
	}

	private static void trade(RunningSimulator simulator, String client, Set<String> answered) {
		Socket updates = listen(simulator);
		for (int i = 0; i < ORDERS; i++) {
			String id = client + i;
			try {
				if (simulator.post("/v2/orders", order("COIN/USD", "buy", "2", id)).status() == 200) {
					answered.add(id);
				}
			}
			catch (UncheckedIOException _) {
				// its outcome is not known, which is what this is about
			}
			simulator.print("COIN/USD", "10");
		}
		updates.close();
	}

	private static Socket listen(RunningSimulator simulator) {
		Socket updates = simulator.open("/stream", Map.of());
		updates.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}");
		updates.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}");
		return updates;
	}

	private static Set<String> struck(RunningSimulator simulator) {
		return simulator.firings().stream().map(it -> it.substring(0, it.indexOf(' '))).collect(Collectors.toSet());
	}

	/** All pages of the activities, added up. */
	private static BigDecimal cashByHistory(RunningSimulator simulator) {
		BigDecimal cash = new BigDecimal("100000");
		String token = "";
		while (true) {
			JsonNode page = simulator.get("/v2/account/activities?direction=asc&page_token=" + token).body();
			for (JsonNode it : page) {
				cash = cash.add(it.has("net_amount") ? decimal(it, "net_amount") : decimal(it, "price").multiply(decimal(it, "qty")).negate());
				token = it.path("id").stringValue("");
			}
			if (page.size() < 100) {
				return cash;
			}
		}
	}

	private static BigDecimal decimal(JsonNode node, String field) {
		return new BigDecimal(node.path(field).stringValue(""));
	}
}
