package io.vigie.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTests {

	@TempDir
	private Path folder;

	@Test
	void findsTheLivingProcessAgain() {
		PidFile file = file();
		file.write(ProcessHandle.current());
		assertThat(file.read()).hasValue(ProcessHandle.current());
	}

	@Test
	void doesNotFindOneThatHasEnded() throws IOException, InterruptedException {
		Process process = new ProcessBuilder("sleep", "300").start();
		PidFile file = file();
		file.write(process.toHandle());
		process.destroyForcibly().waitFor();
		assertThat(file.read()).isEmpty();
	}

	/** The system has given the id to another process: stopping that one would be somebody else's loss. */
	@Test
	void doesNotTakeAnotherProcessWithTheSameIdForIt() throws IOException {
		Instant other = started().minus(Duration.ofHours(1));
		Files.writeString(folder.resolve("part.pid"), "%d %s%n".formatted(ProcessHandle.current().pid(), other));
		assertThat(file().read()).isEmpty();
	}

	@Test
	void toleratesThatStartTimesAreCoarse() throws IOException {
		Files.writeString(folder.resolve("part.pid"), "%d %s%n".formatted(ProcessHandle.current().pid(), started().plusMillis(900)));
		assertThat(file().read()).hasValue(ProcessHandle.current());
	}

	@Test
	void takesTheIdAloneWhereTheSystemTellsNoStartTime() throws IOException {
		Files.writeString(folder.resolve("part.pid"), ProcessHandle.current().pid() + " \n");
		assertThat(file().read()).hasValue(ProcessHandle.current());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "\n", "not a number", "-1", "99999999999999999999", "1 yesterday"})
	void findsNothingInAFileThatMakesNoSense(String content) throws IOException {
		Files.writeString(folder.resolve("part.pid"), content);
		assertThat(file().read()).isEmpty();
	}

	@Test
	void findsNothingWithoutAFile() {
		assertThat(file().read()).isEmpty();
	}

	@Test
	void deletesAsOftenAsAsked() {
		PidFile file = file();
		file.write(ProcessHandle.current());
		file.delete();
		file.delete();
		assertThat(file.read()).isEmpty();
	}

	private PidFile file() {
		return new PidFile(folder.resolve("part.pid"));
	}

	private static Instant started() {
		return ProcessHandle.current().info().startInstant().orElseThrow();
	}
}
