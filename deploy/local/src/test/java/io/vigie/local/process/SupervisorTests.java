package io.vigie.local.process;

import static io.vigie.local.process.PartFixtures.part;
import static io.vigie.local.process.PartFixtures.shell;
import static io.vigie.local.process.PartFixtures.signing;
import static io.vigie.local.process.PartFixtures.sleeping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.local.setting.Layout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTests {

	@TempDir
	private Path folder;

	private Layout layout;

	private Supervisor supervisor;

	@BeforeEach
	void layOut() {
		layout = new Layout(folder, folder.resolve("data"));
		layout.create();
		supervise();
	}

	@AfterEach
	void leaveNothingBehind() {
		supervisor.stop();
	}

	@Test
	void startsWhatStandsOnOthersAfterThem() {
		AtomicBoolean ready = new AtomicBoolean();
		supervise(part("database", List.of(), () -> shell(PartFixtures.FOR_EVER), ready::get, Duration.ofSeconds(30)),
				sleeping("service", "database"));
		supervisor.start();
		await().until(() -> state("database") == State.STARTING && pid("database") != 0);
		assertThat(state("service")).isEqualTo(State.WAITING);
		ready.set(true);
		await().until(() -> state("service") == State.UP);
	}

	@Test
	void doesNotWaitForAPartThatWasNotAskedFor() {
		supervise(sleeping("service", "database"));
		supervisor.start();
		await().until(() -> state("service") == State.UP);
	}

	@Test
	void keepsEachPartAliveForItself() {
		supervise(sleeping("one"), sleeping("other"));
		supervisor.start();
		await().until(() -> state("one") == State.UP && state("other") == State.UP);
		long one = pid("one");
		long other = pid("other");
		ProcessHandle.of(one).orElseThrow().destroyForcibly();
		await().until(() -> state("one") == State.UP && pid("one") != one && pid("one") != 0);
		assertThat(pid("other")).isEqualTo(other);
	}

	@Test
	void stopsWhatStandsOnOthersBeforeThem() throws IOException {
		Path goodbyes = folder.resolve("goodbyes");
		supervise(signing("database", goodbyes), signing("broker", goodbyes, "database"), signing("service", goodbyes, "database", "broker"));
		supervisor.start();
		await().until(() -> supervisor.status().stream().allMatch(it -> it.state() == State.UP));
		// A shell that has not come to its trap yet would go without a word.
		await().pollDelay(Duration.ofMillis(200)).until(() -> true);
		supervisor.stop();
		assertThat(Files.readAllLines(goodbyes)).containsExactly("service", "broker", "database");
		assertThat(supervisor.isStopping()).isTrue();
		assertThat(supervisor.status()).allMatch(it -> it.pid() == 0);
	}

	@Test
	void stopsAlsoWhatStillWaits() {
		supervise(part("database", List.of(), () -> shell(PartFixtures.FOR_EVER), () -> false, Duration.ofSeconds(30)),
				sleeping("service", "database"));
		supervisor.start();
		await().until(() -> pid("database") != 0);
		supervisor.stop();
		assertThat(supervisor.status()).allMatch(it -> it.pid() == 0);
	}

	@Test
	void tellsWhatWasThereBeforeARestart() {
		supervise(sleeping("one"));
		supervisor.start();
		await().until(() -> state("one") == State.UP);
		long before = pid("one");
		assertThat(supervisor.restart("one")).map(Status::pid).hasValue(before);
		assertThat(supervisor.restart("stranger")).isEmpty();
		assertThat(supervisor.status("stranger")).isEmpty();
	}

	@Test
	void keepsLogsSmallEvenWhenOneCannotBePutAside() throws IOException {
		supervise(sleeping("one"), sleeping("other"));
		Path full = layout.log("other");
		fill(layout.log("one"));
		// A folder in the way of the older generation.
		Files.createDirectories(layout.log("one").resolveSibling("one.log.1").resolve("in-the-way"));
		fill(full);
		supervisor.start();
		await().untilAsserted(() -> assertThat(full).isEmptyFile());
	}

	private static void fill(Path file) throws IOException {
		try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.position((20L << 20) + 1).write(ByteBuffer.wrap(new byte[] {'\n'}));
		}
	}

	private void supervise(Part... parts) {
		supervisor = new Supervisor(List.of(parts), layout, Clock.systemUTC());
	}

	private State state(String name) {
		return supervisor.status(name).orElseThrow().state();
	}

	private long pid(String name) {
		return supervisor.status(name).orElseThrow().pid();
	}
}
