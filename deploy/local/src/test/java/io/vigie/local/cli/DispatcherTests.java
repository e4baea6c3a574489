package io.vigie.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTests {

	private final Captured captured = new Captured();

	private final Map<String, String> environment = new HashMap<>();

	@TempDir
	private Path root;

	@Test
	void helpNamesEveryCommandPeopleCanType() throws Exception {
		assertThat(run("--help")).isZero();
		for (Class<?> command : Command.class.getPermittedSubclasses()) {
			String word = command.getSimpleName().toLowerCase(Locale.ROOT);
			if (!List.of("help", "supervise").contains(word)) {
				assertThat(captured.text()).contains("./vigie " + word);
			}
		}
	}

	@Test
	void theReadMeNamesEveryCommandTheHelpNames() throws IOException {
		String readMe = Files.readString(Path.of("../../README.md"));
		assertThat(readMe).contains("`./vigie status`", "logs SERVICE", "`watch`", "`down`", "`doctor`");
	}

	@Test
	void benchHelpsByItself() throws Exception {
		assertThat(run("bench", "--help")).isZero();
		assertThat(captured.text()).contains("./vigie bench", "--rounds");
	}

	@Test
	void chaosHelpsByItselfAndRefusesBeforeItStartsAnything() throws Exception {
		assertThat(run("chaos", "--help")).isZero();
		assertThat(run("chaos", "--minutes", "none")).isEqualTo(1);
		assertThat(captured.text()).contains("./vigie chaos", "--seed", "✗ '--minutes' needs a number from 1 to 240.");
		assertThat(root.resolve(".vigie")).doesNotExist();
	}

	@Test
	void backtestHelpsByItselfAndRefusesInOneSentence() throws Exception {
		assertThat(run("backtest", "--help")).isZero();
		assertThat(run("backtest", "--data", "nothing.csv")).isEqualTo(1);
		assertThat(captured.text()).contains("./vigie backtest:", "--strategy", "✗ nothing.csv: there is no such file\n");
	}

	@Test
	void saysWhatItDoesNotUnderstand() throws Exception {
		assertThat(run("explode")).isEqualTo(2);
		assertThat(captured.text()).isEqualTo("✗ There is no command 'explode'. ./vigie --help shows what there is.\n");
	}

	@Test
	void refusesABadLineInTheSettings() throws Exception {
		Files.writeString(root.resolve(".env"), "VIGIE_RISK_PORT: 80\n");
		assertThat(run("status")).isEqualTo(1);
		assertThat(captured.text()).startsWith("✗ Line 1 of .env is not NAME=value: ");
	}

	@Test
	void takesSettingsFromTheFile() throws Exception {
		Files.writeString(root.resolve(".env"), "VIGIE_RISK_PORT=eighty\n");
		assertThat(run("up")).isEqualTo(1);
		assertThat(captured.text()).isEqualTo("✗ VIGIE_RISK_PORT is 'eighty', but must be a whole number from 1 to 65535.\n");
	}

	@Test
	void startsNothingWhereAPortIsTaken() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			environment.put("VIGIE_POSTGRES_PORT", Integer.toString(other.getLocalPort()));
			assertThat(run("up", "--detach")).isEqualTo(1);
			assertThat(captured.text()).startsWith("✗ Port %d, which postgres needs, is taken".formatted(other.getLocalPort()));
			assertThat(root.resolve(".vigie")).doesNotExist();
		}
	}

	@Test
	void saysWhenNothingRuns() throws Exception {
		assertThat(run("status")).isEqualTo(1);
		assertThat(run("down")).isZero();
		assertThat(run("watch")).isEqualTo(1);
		assertThat(captured.text()).isEqualTo("""
				Vigie is not running: ./vigie up starts it.
				Nothing is running.
				✗ Vigie is not running: ./vigie up starts it.
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = {"redis", "../../etc/passwd", "/etc/passwd"})
	void showsLogsOfPartsOnly(String name) throws Exception {
		assertThat(run("logs", name)).isEqualTo(1);
		assertThat(captured.text()).isEqualTo(("✗ There is no part '%s'. Choose one of postgres, kafka, simulator, sentinel, analyst, "
				+ "risk, executor, orchestrator, health.\n").formatted(name));
	}

	@Test
	void doctorTellsGoodAndBad() throws Exception {
		environment.put("VIGIE_DATA_DIR", "state");
		assertThat(run("doctor")).as("nothing is built here").isEqualTo(1);
		assertThat(captured.text()).contains("✓ JDK 25", "✓ PostgreSQL and Kafka are here",
				"✗ Not built: simulator, sentinel, analyst, risk, executor, orchestrator, health. ./vigie up builds them.",
				"✓ %s can be written".formatted(root.resolve("state")), "✓ Enough memory");
	}

	@Test
	void doctorNamesTakenPorts() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			environment.put("VIGIE_KAFKA_PORT", Integer.toString(other.getLocalPort()));
			run("doctor");
			assertThat(captured.text()).contains("✗ Port %d, which kafka needs, is taken".formatted(other.getLocalPort()));
		}
	}

	private int run(String... words) throws Exception {
		return new Dispatcher(root, captured.screen(), Clock.systemUTC()).run(List.of(words), environment);
	}
}
