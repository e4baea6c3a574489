package io.vigie.simulator;

import static io.vigie.simulator.RunningSimulator.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.vigie.simulator.RunningSimulator.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Scripts: armed, listed, recorded, played again. */
@ExtendWith(OutputCaptureExtension.class)
class FaultScriptIT {

	private static final String COIN = "COIN/USD";

	private static final String SCRIPT = """
			{ "seed": %d, "faults": [
			  { "name": "errors", "do": { "kind": "server_error", "done": true }, "on": { "methods": "POST" }, "when": { "probability": 0.3 } },
			  { "name": "pieces", "do": { "kind": "partial_fills", "share": "0.5" }, "when": { "probability": 0.4 } },
			  { "name": "rejects", "do": { "kind": "order_rejected" }, "when": { "probability": 0.2 } } ] }""";

	@TempDir
	private Path folder;

	@Test
	void strikesTheSameForTheSameScriptSeedAndInputs() {
		List<String> first = firings("one", SCRIPT.formatted(7));
		assertThat(first).hasSizeGreaterThan(10);
		assertThat(firings("two", SCRIPT.formatted(7))).isEqualTo(first);
		assertThat(firings("three", SCRIPT.formatted(8))).isNotEqualTo(first);
	}

	@Test
	void strikesTheSameWhenARecordIsPlayedAgain() {
		try (RunningSimulator simulator = RunningSimulator.start(folder.resolve("recorded"))) {
			simulator.post("/simulator/faults", SCRIPT.formatted(42));
			trade(simulator);
			List<String> recorded = simulator.firings();
			JsonNode replay = simulator.get("/simulator/faults/replay").body();
			assertThat(firings("replayed", replay.toString())).isEqualTo(recorded);
		}
	}

	@Test
	void saysWhatIsArmedAndWhatItHasComeTo() {
		try (RunningSimulator simulator = RunningSimulator.start(folder)) {
			simulator.post("/simulator/faults", SCRIPT.formatted(7));
			trade(simulator);
			JsonNode armed = simulator.get("/simulator/faults").body();
			assertThat(armed.findValuesAsString("name")).contains("errors", "pieces", "rejects");
			assertThat(armed).allMatch(it -> it.path("fired").intValue() > 0 && it.path("matched").intValue() > it.path("fired").intValue()
					&& !it.path("over").booleanValue());
			JsonNode firing = simulator.get("/simulator/faults/firings").body().get(0);
			assertThat(firing.propertyNames()).contains("number", "fault", "kind", "match", "at", "wall_time", "site", "what", "id");
			int last = simulator.get("/simulator/faults/firings").body().size();
			assertThat(simulator.get("/simulator/faults/firings?after=" + (last - 1)).body()).hasSize(1);
			assertThat(simulator.get("/actuator/prometheus", "text/plain")).contains("simulator_faults_total{kind=\"partial_fills\"");
			assertThat(simulator.delete("/simulator/faults").body()).isEmpty();
			assertThat(simulator.get("/simulator/faults/firings").body()).hasSize(last);
			assertThat(simulator.post("/v2/orders", order(COIN, "buy", "0.5", "calm")).status()).isEqualTo(200);
		}
	}

	@Test
	void refusesABadScriptWholeAndNamesTheField() {
		try (RunningSimulator simulator = RunningSimulator.start(folder)) {
			Answer refused = simulator.post("/simulator/faults", """
					{ "faults": [ { "do": { "kind": "throttled" } },
					  { "do": { "kind": "throttled" }, "when": { "times": "often" } } ] }""");
			assertThat(refused.status()).isEqualTo(422);
			assertThat(refused.text("field")).isEqualTo("faults[1].when.times");
			assertThat(refused.body().path("line").intValue()).isEqualTo(2);
			assertThat(refused.text("message")).startsWith("faults[1].when.times can't be read");
			assertThat(simulator.get("/simulator/faults").body()).isEmpty();
			simulator.arm("'name':'taken','do':{'kind':'throttled'}");
			assertThat(simulator.post("/simulator/faults", "{\"name\":\"taken\",\"do\":{\"kind\":\"throttled\"}}").text("field"))
				.isEqualTo("faults[0].name");
		}
	}

	@Test
	void isForThoseWithTheKeysOnly() {
		try (RunningSimulator simulator = RunningSimulator.start(folder)) {
			assertThat(simulator.send("POST", "/simulator/faults", "{\"do\":{\"kind\":\"throttled\"}}", Map.of()).status()).isEqualTo(403);
			assertThat(simulator.get("/simulator/faults").body()).isEmpty();
		}
	}

	@Test
	void armsTheScriptOfTheVariableAndNothingElseAfterARestart() throws IOException {
		Path script = Files.writeString(folder.resolve("script.json"), """
				{ "faults": [ { "name": "file", "do": { "kind": "throttled" }, "on": { "path": "/v2/clock" } },
				              { "name": "venue", "do": { "kind": "symbol_halted" } } ] }""");
		try (RunningSimulator simulator = RunningSimulator.start(folder.resolve("data"), "VIGIE_SIMULATOR_FAULTS=" + script)) {
			assertThat(simulator.get("/v2/clock").status()).isEqualTo(429);
			simulator.arm("'name':'api','do':{'kind':'order_rejected'}");
			assertThat(simulator.get("/simulator/faults").body()).hasSize(3);
		}
		try (RunningSimulator simulator = RunningSimulator.start(folder.resolve("data"), "VIGIE_SIMULATOR_FAULTS=" + script)) {
			assertThat(simulator.get("/simulator/faults").body().findValuesAsString("name")).contains("file", "venue").doesNotContain("api");
			assertThat(simulator.get("/simulator/faults").body()).allMatch(it -> it.path("fired").intValue() == 0);
			assertThat(simulator.get("/v2/clock").status()).isEqualTo(429);
		}
		try (RunningSimulator simulator = RunningSimulator.start(folder.resolve("data"))) {
			assertThat(simulator.get("/simulator/faults").body()).isEmpty();
		}
	}

	@Test
	void namesVariableFileFieldAndLineOfABadScript(CapturedOutput output) throws IOException {
		Path script = Files.writeString(folder.resolve("bad.json"), "{ \"faults\": [\n { \"do\": { \"kind\": \"flood\" } } ] }");
		assertThatException().isThrownBy(() -> RunningSimulator.start(folder.resolve("data"), "VIGIE_SIMULATOR_FAULTS=" + script));
		assertThat(output).contains("VIGIE_SIMULATOR_FAULTS names " + script + ", which is wrong: faults[0].do.kind is unknown: flood (line 2).");
	}

	@Test
	void namesAScriptThatIsNotThere(CapturedOutput output) {
		assertThatException().isThrownBy(() -> RunningSimulator.start(folder, "VIGIE_SIMULATOR_FAULTS=/no/such.json"));
		assertThat(output).contains("VIGIE_SIMULATOR_FAULTS must be the path of a readable script of faults, but is '/no/such.json'.");
	}

	@Test
	void tellsTheSameVenueAfterARestartThoughFaultsStruckIt() {
		List<JsonNode> before;
		try (RunningSimulator simulator = RunningSimulator.start(folder)) {
			simulator.post("/simulator/faults", SCRIPT.formatted(7));
			trade(simulator);
			before = simulator.record();
		}
		try (RunningSimulator simulator = RunningSimulator.start(folder)) {
			assertThat(simulator.record()).isEqualTo(before);
			assertThat(simulator.firings()).isEmpty();
		}
	}

	private List<String> firings(String name, String script) {
		try (RunningSimulator simulator = RunningSimulator.start(folder.resolve(name))) {
			assertThat(simulator.post("/simulator/faults", script).status()).isEqualTo(200);
			trade(simulator);
			return simulator.firings();
		}
	}

	private static void trade(RunningSimulator simulator) {
		for (int i = 0; i < 30; i++) {
			simulator.print(COIN, "100");
			simulator.post("/v2/orders", order(COIN, "buy", "0.5", "order-" + i));
		}
		simulator.print(COIN, "100", "100", "100");
	}
}
