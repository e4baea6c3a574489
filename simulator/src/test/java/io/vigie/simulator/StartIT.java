package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What keeps the simulator from starting is said in a sentence. */
@ExtendWith(OutputCaptureExtension.class)
class StartIT {

	@TempDir
	private Path data;

	@Test
	void namesAWrongVariable(CapturedOutput output) {
		assertThatException().isThrownBy(() -> RunningSimulator.start(data, "VIGIE_REPLAY_SPEED=fast"));
		assertThat(output).contains("VIGIE_REPLAY_SPEED must be a number not below 0.001, but is 'fast'.");
	}

	@Test
	void namesAWrongPort(CapturedOutput output) {
		assertThatException().isThrownBy(() -> RunningSimulator.start(data, "VIGIE_SIMULATOR_PORT=http"));
		assertThat(output).contains("VIGIE_SIMULATOR_PORT must be a whole number from 0 to 65535, but is 'http'.");
	}

	@Test
	void namesTheFileAndTheLineOfABadRecording(CapturedOutput output) throws IOException {
		Path file = Files.writeString(data.resolve("bad.csv"), "timestamp,price,amount\n1,100,1\n2,abc,1\n");
		assertThatException().isThrownBy(() -> RunningSimulator.start(data, "VIGIE_REPLAY_FILES=BAD=" + file));
		assertThat(output).contains(file + ", line 3: 'abc' is not a number, price expected");
	}

	@Test
	void startsWithItsDefaults() {
		try (RunningSimulator simulator = RunningSimulator.start(data, "VIGIE_REPLAY_BUILT_IN=true", "VIGIE_REPLAY_PAUSED=false")) {
			assertThat(simulator.get("/v2/assets").body().findValuesAsString("symbol")).containsExactly("BTC/USD", "ETH/USD", "AAPL");
			assertThat(simulator.get("/simulator/status").text("speed")).isEqualTo("60");
		}
	}
}
