package io.vigie.simulator;

import static io.vigie.simulator.RunningSimulator.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What happens to an account without its doing. */
class ActivityIT {

	@TempDir
	private Path data;

	private RunningSimulator simulator;

	@BeforeEach
	void start() {
		simulator = RunningSimulator.start(data);
		simulator.print("AAPL", "100");
		simulator.post("/v2/orders", order("AAPL", "buy", "10", "own"));
		simulator.print("AAPL", "100");
	}

	@AfterEach
	void stop() {
		simulator.close();
	}

	@Test
	void paysADividendOnWhatIsHeld() {
		happen("'type':'dividend','symbol':'AAPL','per_share':'0.24'");
		assertThat(cash()).isEqualByComparingTo("99002.4");
		JsonNode entry = latest();
		assertThat(entry.path("activity_type").stringValue("")).isEqualTo("DIV");
		assertThat(entry.path("net_amount").stringValue("")).isEqualTo("2.4");
		assertThat(entry.path("per_share_amount").stringValue("")).isEqualTo("0.24");
		assertThat(entry.path("qty").stringValue("")).isEqualTo("10");
		assertThat(entry.path("symbol").stringValue("")).isEqualTo("AAPL");
	}

	@Test
	void splitsPositionsOrdersAndPrices() {
		String stop = simulator.post("/v2/orders", """
				{"symbol":"AAPL","qty":"6","side":"sell","type":"stop","stop_price":"90","time_in_force":"gtc"}""").text("id");
		happen("'type':'split','symbol':'AAPL','ratio':'4:1'");
		JsonNode position = simulator.get("/v2/positions/AAPL").body();
		assertThat(position.path("qty").stringValue("")).isEqualTo("40");
		assertThat(position.path("avg_entry_price").stringValue("")).isEqualTo("25");
		assertThat(position.path("current_price").stringValue("")).isEqualTo("25");
		assertThat(position.path("qty_available").stringValue("")).isEqualTo("16");
		JsonNode order = simulator.get("/v2/orders/" + stop).body();
		assertThat(order.path("qty").stringValue("")).isEqualTo("24");
		assertThat(order.path("stop_price").stringValue("")).isEqualTo("22.5");
		assertThat(order.path("status").stringValue("")).isEqualTo("new");
		assertThat(latest().path("activity_type").stringValue("")).isEqualTo("SPLIT");
		assertThat(latest().path("qty").stringValue("")).isEqualTo("30");
		assertThat(cash()).isEqualByComparingTo("99000");
		simulator.print("AAPL", "22");
		assertThat(simulator.get("/v2/orders/" + stop).text("filled_qty")).isEqualTo("24");
	}

	@ParameterizedTest
	@CsvSource({ "interest,1.25,INT,1.25", "interest,-0.5,INT,-0.5", "transfer,5000,CSD,5000", "transfer,-300,CSW,-300", "journal,-7,JNLC,-7",
			"fee,0.03,FEE,-0.03" })
	void movesCash(String type, String amount, String activity, String net) {
		happen("'type':'" + type + "','amount':'" + amount + "','date':'2026-01-02'");
		assertThat(latest().path("activity_type").stringValue("")).isEqualTo(activity);
		assertThat(latest().path("net_amount").stringValue("")).isEqualTo(net);
		assertThat(latest().path("date").stringValue("")).isEqualTo("2026-01-02");
		assertThat(cash()).isEqualByComparingTo(new BigDecimal("99000").add(new BigDecimal(net)));
	}

	@Test
	void chargesALateFeeForATrade() {
		simulator.print("COIN/USD", "10");
		String id = simulator.post("/v2/orders", order("COIN/USD", "buy", "1", "coin")).text("id");
		simulator.print("COIN/USD", "10");
		happen("'type':'fee','amount':'0.5','order_id':'" + id + "'");
		assertThat(latest().path("activity_type").stringValue("")).isEqualTo("CFEE");
		assertThat(latest().path("order_id").stringValue("")).isEqualTo(id);
		assertThat(latest().path("symbol").stringValue("")).isEqualTo("COIN/USD");
	}

	@Test
	void leavesADifferenceNobodyCanExplain() {
		String before = latest().toString();
		happen("'type':'fee','amount':'12','recorded':false");
		assertThat(cash()).isEqualByComparingTo("98988");
		assertThat(latest()).hasToString(before);
	}

	@Test
	void remembersItAllAfterARestart() {
		happen("'type':'split','symbol':'AAPL','ratio':'4:1'");
		happen("'type':'dividend','symbol':'AAPL','per_share':'0.1'");
		var before = simulator.record();
		simulator.close();
		simulator = RunningSimulator.start(data);
		assertThat(simulator.record()).isEqualTo(before);
	}

	@Test
	void listsItByItsType() {
		happen("'type':'interest','amount':'1'");
		happen("'type':'dividend','symbol':'AAPL','per_share':'0.1'");
		happen("'type':'transfer','amount':'10'");
		assertThat(simulator.get("/v2/account/activities?activity_types=INT,DIV").body().findValuesAsString("activity_type"))
			.containsExactly("DIV", "INT");
		assertThat(simulator.get("/v2/account/activities/CSD").body().findValuesAsString("net_amount")).containsExactly("10");
		assertThat(simulator.get("/v2/account/activities/FILL").body()).hasSize(1);
	}

	@Test
	void tellsTheStreamThatASplitRestatedAnOrder() {
		Socket updates = simulator.open("/stream", Map.of());
		updates.say("{\"action\":\"auth\",\"key\":\"simulator\",\"secret\":\"simulator\"}").hear("status", "authorized");
		updates.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}").hear("stream", "listening");
		simulator.post("/v2/orders", """
				{"symbol":"AAPL","qty":"6","side":"sell","type":"limit","limit_price":"120","time_in_force":"gtc"}""");
		happen("'type':'split','symbol':'AAPL','ratio':'3:1'");
		JsonNode restated = updates.hear("event", "restated").path("data").path("order");
		assertThat(restated.path("qty").stringValue("")).isEqualTo("18");
		assertThat(restated.path("limit_price").stringValue("")).isEqualTo("40");
		updates.close();
	}

	@Test
	void refusesWhatCanNotHappen() {
		assertThat(status("'type':'dividend','symbol':'MSFT','per_share':'1'")).isEqualTo(404);
		assertThat(status("'type':'split','symbol':'AAPL','ratio':'4'")).isEqualTo(422);
		assertThat(status("'type':'split','symbol':'AAPL','ratio':'0:1'")).isEqualTo(422);
		assertThat(status("'type':'fee','amount':'1','order_id':'00000000-0000-0000-0000-000000000000'")).isEqualTo(404);
	}

	private void happen(String inside) {
		assertThat(status(inside)).isEqualTo(200);
	}

	private int status(String inside) {
		return simulator.post("/simulator/activities", "{" + inside.replace('\'', '"') + "}").status();
	}

	private BigDecimal cash() {
		return new BigDecimal(simulator.get("/v2/account").text("cash"));
	}

	private JsonNode latest() {
		return simulator.get("/v2/account/activities").body().get(0);
	}
}
