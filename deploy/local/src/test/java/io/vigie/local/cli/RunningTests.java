package io.vigie.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vigie.local.process.ControlServer;
import io.vigie.local.process.Launch;
import io.vigie.local.process.Part;
import io.vigie.local.process.PidFile;
import io.vigie.local.process.State;
import io.vigie.local.process.Supervisor;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTests {

	private final Captured captured = new Captured();

	private final List<Process> started = new ArrayList<>();

	@TempDir
	private Path folder;

	private Layout layout;

	private Running running;

	@BeforeEach
	void layOut() {
		layout = new Layout(folder, folder.resolve("data"));
		layout.create();
		running = new Running(layout);
	}

	@AfterEach
	void leaveNothingBehind() {
		started.forEach(Process::destroyForcibly);
	}

	@Test
	void findsNothingWhereNothingRuns() throws InterruptedException {
		assertThat(running.supervisor()).isEmpty();
		assertThat(running.processes()).isEmpty();
		assertThat(running.processesPatiently()).isEmpty();
		assertThat(running.leftovers()).isEmpty();
		assertThat(running.stopLeftovers()).isZero();
	}

	@Test
	void takesAnAddressThatIsStillBeingWrittenForNone() throws IOException {
		new PidFile(layout.run().resolve(Supervision.PID)).write(ProcessHandle.current());
		Files.writeString(layout.run().resolve(Supervision.ADDRESS), "");

		assertThat(running.processes()).isEmpty();
	}

	@Test
	void saysThatTheSupervisorIsGoneOnlyWhereNobodyStopsIt() throws InterruptedException {
		Settings settings = new Settings(Map.of());

		new WatchCommand(settings, captured.screen(), running, () -> true).run();
		assertThat(captured.text()).isEmpty();
		new WatchCommand(settings, captured.screen(), running, () -> false).run();
		assertThat(captured.text()).contains("✗ The supervisor is gone");
	}

	@Test
	void findsAndStopsWhatASupervisorLeftBehind() throws IOException, InterruptedException {
		Process risk = leave(Component.RISK, "exec sleep 300");
		Process kafka = leave(Component.KAFKA, "exec sleep 300");
		assertThat(running.leftovers()).extracting(Running.Leftover::component).containsExactly(Component.KAFKA, Component.RISK);
		assertThat(status()).isFalse();
		assertThat(captured.text()).contains("The supervisor is gone, but these still run", "risk          pid " + risk.pid());
		new DownCommand(layout, captured.screen()).run();
		assertThat(captured.text()).contains("Stopped 2 processes nobody watched over.", "✓ Everything is stopped; data stays in ");
		assertThat(risk.isAlive() || kafka.isAlive()).isFalse();
		assertThat(layout.run()).isEmptyDirectory();
	}

	@Test
	void stopsWhatServicesStandOnLast() throws IOException {
		Path goodbyes = folder.resolve("goodbyes");
		for (Component each : List.of(Component.POSTGRES, Component.KAFKA, Component.SIMULATOR, Component.RISK)) {
			String signal = each == Component.POSTGRES ? "INT" : "TERM";
			leave(each, "trap 'echo %s >> %s; exit 0' %s; echo > %s; while :; do sleep 0.02; done".formatted(each.label(), goodbyes, signal,
					folder.resolve(each.label())));
			Awaitility.await().until(() -> Files.exists(folder.resolve(each.label())));
		}
		assertThat(running.stopLeftovers()).isEqualTo(4);
		assertThat(Files.readAllLines(goodbyes)).containsExactly("risk", "simulator", "kafka", "postgres");
	}

	@Test
	void asksTheSupervisorWhatRuns() throws IOException, InterruptedException {
		try (Platformette platform = supervise("exec sleep 300")) {
			Awaitility.await().until(() -> running.processes().orElseThrow().getFirst().state() == State.UP);
			assertThat(running.leftovers()).as("watched over").isEmpty();
			assertThat(status()).isTrue();
			long pid = platform.supervisor.status("risk").orElseThrow().pid();
			assertThat(captured.text()).containsPattern("part +state +pid +port +since +restarts +memory\n✓ risk +UP +%d +4711 +\\d+ s +0 +\\d+ MB\n".formatted(pid));
		}
	}

	@Test
	void statusSaysWhyAPartIsNotUp() throws IOException, InterruptedException {
		try (Platformette platform = supervise("exit 1")) {
			Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> platform.supervisor.status("risk").orElseThrow().state() == State.RESTARTING
					|| platform.supervisor.status("risk").orElseThrow().state() == State.DOWN);
			assertThat(status()).isFalse();
			assertThat(captured.text()).contains("✗ risk").contains("it ended by itself with code 1");
		}
	}

	@Test
	void startsNoSecondOne() throws IOException, InterruptedException {
		try (Platformette platform = supervise("exec sleep 300")) {
			assertThat(new UpCommand(new Settings(Map.of()), layout, captured.screen())
				.run(new Command.Up(true, true, Set.of()))).isTrue();
			assertThat(captured.text()).startsWith("Vigie is running already");
			assertThat(layout.run()).as("not even --fresh").isNotEmptyDirectory();
		}
	}

	@Test
	void tellsASupervisorThatDoesNotAnswer() throws IOException, InterruptedException {
		new PidFile(layout.run().resolve(Supervision.PID)).write(ProcessHandle.current());
		Files.writeString(layout.run().resolve(Supervision.ADDRESS), "http://localhost:1");
		assertThat(running.processes()).isEmpty();
		assertThat(status()).isFalse();
		assertThat(captured.text()).isEqualTo("✗ Vigie is starting or stopping and does not answer yet.\n");
	}

	private boolean status() throws InterruptedException {
		return new StatusCommand(layout, captured.screen(), Clock.systemUTC()).run();
	}

	private Process leave(Component component, String script) throws IOException {
		Process process = new ProcessBuilder("env", "--default-signal=INT", "/bin/sh", "-c", script).start();
		started.add(process);
		new PidFile(layout.run().resolve(component.label() + ".pid")).write(process.toHandle());
		return process;
	}

	private Platformette supervise(String script) throws IOException {
		Part part = new Part("risk", 4711, List.of(), () -> new Launch(List.of("/bin/sh", "-c", script), Map.of(), folder), () -> true, "TERM",
				Duration.ofSeconds(5), Duration.ofSeconds(5));
		Supervisor supervisor = new Supervisor(List.of(part), layout, Clock.systemUTC());
		HttpServer server = ControlServer.bind(0);
		supervisor.start();
		new PidFile(layout.run().resolve(Supervision.PID)).write(ProcessHandle.current());
		Files.writeString(layout.run().resolve(Supervision.ADDRESS), "http://localhost:" + server.getAddress().getPort());
		return new Platformette(supervisor, ControlServer.start(server, supervisor, "token"));
	}

	/** A platform of one part, supervised by this very process. */
	private record Platformette(Supervisor supervisor, ControlServer control) implements AutoCloseable {

		@Override
		public void close() {
			supervisor.stop();
			control.close();
		}
	}
}
