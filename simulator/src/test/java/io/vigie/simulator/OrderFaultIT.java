package io.vigie.simulator;

import static io.vigie.simulator.RunningSimulator.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.RunningSimulator.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with orders that the venue has understood. */
class OrderFaultIT {

	private static final String COIN = "COIN/USD";

	@TempDir
	private static Path data;

	private static RunningSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = RunningSimulator.start(data);
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@BeforeEach
	void calm() {
		simulator.calm();
		simulator.delete("/v2/orders");
		simulator.print(COIN, "100", "100");
	}

	@Test
	void fillsInPieces() {
		simulator.arm("'do':{'kind':'partial_fills','largest':'0.4'},'on':{'client_order_id':'pieces'}");
		place(order(COIN, "buy", "1", "pieces"));
		List<String> filled = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			simulator.print(COIN, "100");
			filled.add(known("pieces").text("status") + " " + known("pieces").text("filled_qty"));
		}
		assertThat(filled).containsExactly("partially_filled 0.4", "partially_filled 0.8", "filled 1");
		assertThat(simulator.firings()).hasSize(3).allMatch(it -> it.endsWith("buy market COIN/USD pieces"));
	}

	@Test
	void leavesABracketPartlyFilledWithItsLegsHeld() {
		simulator.arm("'do':{'kind':'partial_fills','share':'0.5'},'on':{'client_order_id':'half'}");
		place(bracket("half"));
		simulator.print(COIN, "100");
		assertThat(known("half").text("status")).isEqualTo("partially_filled");
		assertThat(known("half").body().path("legs")).hasSize(2).allMatch(it -> it.path("status").stringValue("").equals("held"));
		simulator.print(COIN, "100");
		assertThat(known("half").body().path("legs")).hasSize(2).allMatch(it -> it.path("status").stringValue("").equals("new"));
	}

	@Test
	void rejectsAnOrderItHasTaken() {
		Socket updates = simulator.open("/stream", Map.of());
		updates.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}").hear("status", "authorized");
		updates.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}").hear("stream", "listening");
		simulator.arm("'do':{'kind':'order_rejected','reason':'price too far away'},'on':{'side':'buy'}");
		Answer taken = place(order(COIN, "buy", "1", "doomed"));
		assertThat(taken.status()).isEqualTo(200);
		assertThat(taken.text("status")).isEqualTo("pending_new");
		assertThat(known("doomed").text("status")).isEqualTo("rejected");
		assertThat(known("doomed").text("failed_at")).isNotEmpty();
		assertThat(updates.hear("event", "rejected").path("data").path("reason").stringValue("")).isEqualTo("price too far away");
		simulator.print(COIN, "100");
		assertThat(known("doomed").text("filled_qty")).isEqualTo("0");
		assertThat(place(order(COIN, "buy", "1", "spared")).status()).isEqualTo(200);
		updates.close();
	}

	@Test
	void cancelsTheLegsOfARejectedEntry() {
		simulator.arm("'do':{'kind':'order_rejected'}");
		place(bracket("entry"));
		assertThat(known("entry").text("status")).isEqualTo("rejected");
		assertThat(known("entry").body().path("legs")).hasSize(2).allMatch(it -> it.path("status").stringValue("").equals("canceled"));
	}

	@Test
	void refusesStopsInAlpacasWords() {
		own();
		simulator.arm("'do':{'kind':'stop_refused'},'when':{'times':2}");
		Answer stop = place(stop("stop"));
		assertThat(stop.status()).isEqualTo(422);
		assertThat(stop.body().path("code").intValue()).isEqualTo(42210000);
		assertThat(place(bracket("with-stop")).status()).isEqualTo(422);
		assertThat(place(stop("stop")).status()).isEqualTo(200);
	}

	@Test
	void takesAStopLegAndThenRejectsIt() {
		simulator.arm("'do':{'kind':'stop_refused','how':'rejected','message':'no stops today'}");
		place(bracket("leg"));
		simulator.print(COIN, "100");
		Answer entry = known("leg");
		assertThat(entry.text("status")).isEqualTo("filled");
		assertThat(entry.body().path("legs")).anyMatch(it -> it.path("type").stringValue("").equals("stop")
				&& it.path("status").stringValue("").equals("rejected"));
		assertThat(entry.body().path("legs")).anyMatch(it -> it.path("type").stringValue("").equals("limit")
				&& it.path("status").stringValue("").equals("new"));
	}

	@Test
	void claimsThatThereIsNotEnoughToSell() {
		own();
		simulator.arm("'do':{'kind':'insufficient_qty','available':'0.25'},'on':{'symbols':'COIN/USD'}");
		Answer refused = place(order(COIN, "sell", "0.5", "short"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.body().path("code").intValue()).isEqualTo(40310000);
		assertThat(refused.text("message")).isEqualTo("insufficient qty available for order (requested: 0.5, available: 0.25)");
		assertThat(refused.text("available")).isEqualTo("0.25");
		assertThat(simulator.firings()).containsExactly("insufficient_qty-1 1 sell market COIN/USD short");
		assertThat(place(order(COIN, "sell", "0.5", "short")).status()).isEqualTo(200);
	}

	@Test
	void haltsASymbolAndGoesOn() {
		simulator.arm("'name':'halt','do':{'kind':'symbol_halted'},'on':{'symbols':'COIN/USD'},'when':{'until_seconds':300}");
		place(order(COIN, "buy", "1", "halted"));
		simulator.print(COIN, "100", "90", "110");
		assertThat(known("halted").text("status")).isEqualTo("new");
		simulator.post("/simulator/advance", "{\"seconds\":300}");
		simulator.print(COIN, "100");
		assertThat(known("halted").text("status")).isEqualTo("filled");
		assertThat(simulator.firings()).hasSize(3);
	}

	@Test
	void refusesOrdersInAHaltedSymbol() {
		simulator.arm("'do':{'kind':'symbol_halted','how':'refused'},'on':{'symbols':'COIN/USD'}");
		Answer refused = place(order(COIN, "buy", "1", "no"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("message")).isEqualTo("asset \"COIN/USD\" is not active");
		assertThat(known("no").status()).isEqualTo(404);
	}

	private static void own() {
		simulator.post("/v2/orders", order(COIN, "buy", "1", "own-" + System.nanoTime()));
		simulator.print(COIN, "100");
	}

	private static Answer place(String json) {
		return simulator.post("/v2/orders", json);
	}

	private static Answer known(String id) {
		return simulator.get("/v2/orders:by_client_order_id?client_order_id=" + id);
	}

	private static String bracket(String id) {
		return order(COIN, "buy", "1", id).replace("}", ",\"order_class\":\"bracket\",\"take_profit\":{\"limit_price\":\"200\"},"
				+ "\"stop_loss\":{\"stop_price\":\"50\"}}");
	}

	private static String stop(String id) {
		return order(COIN, "sell", "0.1", id).replace("\"market\"", "\"stop\",\"stop_price\":\"50\"");
	}
}
