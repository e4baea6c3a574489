package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alpaca's own JavaScript clients, the current and the one before, trade against the simulator. */
class OfficialClientsIT {

	private static final Path SOURCE = Path.of("src/test/js");
	private static final Path FOLDER = Path.of("target/js");

	@TempDir
	private Path data;

	@Test
	void tradeUnchanged() throws IOException, InterruptedException {
		assumeTrue(isInstalled("node") && isInstalled("npm"),
				"Node.js and npm are not installed: the check with Alpaca's official JavaScript clients is left out");
		Files.createDirectories(FOLDER);
		for (String name : List.of("package.json", "package-lock.json", "check.js")) {
			Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
		}
		assertThat(run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")).isZero();
		try (RunningSimulator simulator = RunningSimulator.start(data, "VIGIE_REPLAY_BUILT_IN=true", "VIGIE_SLIPPAGE_BPS=1")) {
			assertThat(run("node", "check.js", simulator.url())).as(() -> "check.js, see " + log()).isZero();
		}
		assertThat(Files.readString(log().toPath())).contains("both clients trade");
	}

	private static int run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log())
			.start();
		if (!process.waitFor(4, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new AssertionError(String.join(" ", command) + " did not end");
		}
		return process.exitValue();
	}

	private static boolean isInstalled(String command) throws InterruptedException {
		try {
			return new ProcessBuilder(command, "--version").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException _) {
			return false;
		}
	}

	private static File log() {
		return FOLDER.resolve("check.log").toFile();
	}
}
