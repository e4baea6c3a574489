package io.vigie.simulator;

import static io.vigie.simulator.RunningSimulator.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.vigie.simulator.RunningSimulator.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two rules about client order ids. */
@ExtendWith(OutputCaptureExtension.class)
class DialectIT {

	private static final String COIN = "COIN/USD";

	@TempDir
	private Path data;

	@Test
	void takesAnIdAgainOnceItsOrderHasEndedWhereItBehavesLikeBinance() {
		try (RunningSimulator simulator = RunningSimulator.start(data, "VIGIE_SIMULATOR_IDS=binance")) {
			simulator.print(COIN, "100");
			String first = place(simulator).text("id");
			assertThat(place(simulator).status()).isEqualTo(422);
			simulator.print(COIN, "100");
			String second = place(simulator).text("id");
			assertThat(second).isNotEmpty().isNotEqualTo(first);
			assertThat(latest(simulator)).isEqualTo(second);
			simulator.delete("/v2/orders/" + second);
			String third = place(simulator).text("id");
			assertThat(latest(simulator)).isEqualTo(third);
			assertThat(simulator.get("/v2/orders?status=all").body()).hasSize(3);
			assertThat(simulator.get("/v2/orders/" + first).text("status")).isEqualTo("filled");
		}
	}

	@Test
	void neverTakesAnIdAgainWhereItBehavesLikeAlpaca() {
		try (RunningSimulator simulator = RunningSimulator.start(data)) {
			simulator.print(COIN, "100");
			place(simulator);
			simulator.print(COIN, "100");
			Answer again = place(simulator);
			assertThat(again.status()).isEqualTo(422);
			assertThat(again.text("message")).isEqualTo("client_order_id must be unique");
		}
	}

	@Test
	void changesItsRuleOnDemandAndGoesBackToTheVariableAfterARestart() {
		String second;
		try (RunningSimulator simulator = RunningSimulator.start(data)) {
			simulator.print(COIN, "100");
			place(simulator);
			simulator.print(COIN, "100");
			assertThat(simulator.post("/simulator/ids", "{\"ids\":\"binance\"}").text("ids")).isEqualTo("binance");
			assertThat(simulator.get("/simulator/status").text("ids")).isEqualTo("binance");
			second = place(simulator).text("id");
		}
		try (RunningSimulator simulator = RunningSimulator.start(data)) {
			assertThat(simulator.get("/simulator/status").text("ids")).isEqualTo("alpaca");
			assertThat(latest(simulator)).isEqualTo(second);
			simulator.print(COIN, "100");
			assertThat(place(simulator).status()).isEqualTo(422);
		}
	}

	@Test
	void namesAWrongRule(CapturedOutput output) {
		assertThatException().isThrownBy(() -> RunningSimulator.start(data, "VIGIE_SIMULATOR_IDS=kraken"));
		assertThat(output).contains("VIGIE_SIMULATOR_IDS must be alpaca or binance, but is 'kraken'.");
	}

	private static Answer place(RunningSimulator simulator) {
		return simulator.post("/v2/orders", order(COIN, "buy", "1", "again"));
	}

	private static String latest(RunningSimulator simulator) {
		return simulator.get("/v2/orders:by_client_order_id?client_order_id=again").text("id");
	}
}
