package io.vigie.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTests {

	@TempDir
	private Path folder;

	@Test
	void stopsPolitelyWhatListens() throws IOException {
		Process process = new ProcessBuilder("sleep", "300").start();
		assertThat(Processes.stop(process.toHandle(), "TERM", Duration.ofSeconds(10))).isTrue();
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void sendsTheSignalAsked() throws IOException {
		Process process = script("trap 'echo int >> said; exit 0' INT; trap '' TERM; echo ready >> said; while :; do sleep 0.02; done");
		assertThat(Processes.stop(process.toHandle(), "INT", Duration.ofSeconds(10))).isTrue();
		assertThat(folder.resolve("said")).hasContent("ready\nint");
	}

	@Test
	@Timeout(20)
	void killsWhatDoesNotListen() throws IOException {
		Process process = script("trap '' TERM; echo ready >> said; while :; do sleep 0.02; done");
		assertThat(Processes.stop(process.toHandle(), "TERM", Duration.ofMillis(100))).isFalse();
		assertThat(process.isAlive()).isFalse();
	}

	/** As after {@code unshare}: the process that was started is not the one that works. */
	@Test
	void leavesNoChildBehind() throws IOException {
		Process process = script("sleep 300 & echo ready >> said; wait");
		ProcessHandle child = await().until(() -> process.children().findFirst(), Optional::isPresent).orElseThrow();
		Processes.stop(process.toHandle(), "TERM", Duration.ofSeconds(5));
		assertThat(child.isAlive()).isFalse();
	}

	@Test
	void saysWhetherItHasGone() throws IOException {
		Process process = new ProcessBuilder("sleep", "300").start();
		assertThat(Processes.await(process.toHandle(), Duration.ofMillis(20))).isFalse();
		Processes.kill(process.toHandle());
		assertThat(Processes.await(process.toHandle(), Duration.ofMillis(20))).isTrue();
	}

	/** A build that runs in the background of a shell ignores INT, and a script can't listen to what was ignored before it. */
	private Process script(String script) throws IOException {
		Process process = new ProcessBuilder("env", "--default-signal=INT", "/bin/sh", "-c", script).directory(folder.toFile()).start();
		await().until(() -> Files.exists(folder.resolve("said")));
		return process;
	}
}
