package io.vigie.local.process;

import static io.vigie.local.process.PartFixtures.launched;
import static io.vigie.local.process.PartFixtures.probed;
import static io.vigie.local.process.PartFixtures.running;
import static io.vigie.local.process.PartFixtures.shell;
import static io.vigie.local.process.PartFixtures.sleeping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTests {

	@TempDir
	private Path folder;

	private @Nullable Keeper keeper;

	@AfterEach
	void leaveNothingBehind() {
		if (keeper != null) {
			keeper.stop();
		}
	}

	@Test
	void startsAndTellsTheProcess() {
		Keeper kept = keep(sleeping("part"));
		Status status = awaitState(kept, State.UP);
		assertThat(ProcessHandle.of(status.pid())).get().matches(ProcessHandle::isAlive);
		assertThat(status).returns("part", Status::name).returns(4711, Status::port).returns(0, Status::restarts).returns("", Status::reason);
		assertThat(pidFile().read()).map(ProcessHandle::pid).hasValue(status.pid());
	}

	@Test
	void restartsWhatWasKilled() {
		Keeper kept = keep(sleeping("part"));
		long first = awaitState(kept, State.UP).pid();
		Processes.kill(ProcessHandle.of(first).orElseThrow());
		await().until(() -> kept.status().state() == State.UP && kept.status().pid() != first && kept.status().pid() != 0);
		assertThat(kept.status().restarts()).isEqualTo(1);
		assertThat(kept.status().reason()).isEqualTo("was ended by signal 9");
		assertThat(pidFile().read()).map(ProcessHandle::pid).hasValue(kept.status().pid());
	}

	@Test
	void givesUpAfterTheBoundAndSaysSo() {
		Keeper kept = keep(running("sleep 0.1; exit 3"));
		Status status = awaitState(kept, State.DOWN);
		assertThat(status.pid()).isZero();
		assertThat(status.restarts()).isEqualTo(5);
		assertThat(status.reason()).isEqualTo("ended by itself with code 3 (restarted 5 times within 2 minutes)");
	}

	@Test
	void givesUpSoonerOnWhatNeverCameUp() {
		Keeper kept = keep(PartFixtures.part("part", List.of(), () -> shell("exit 1"), () -> false, Duration.ofSeconds(5)));
		Status status = awaitState(kept, State.DOWN);
		assertThat(status.restarts()).isEqualTo(1);
		assertThat(status.reason()).isEqualTo("ended by itself with code 1 (never came up)");
	}

	@Test
	void killsWhatDoesNotGetReady() {
		Keeper kept = keep(probed(() -> false, Duration.ofMillis(200)));
		await().until(() -> kept.status().pid() != 0);
		long pid = kept.status().pid();
		assertThat(awaitState(kept, State.DOWN).reason()).isEqualTo("did not get ready within 0 seconds (never came up)");
		assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void isNotUpBeforeTheProbeSaysSo() {
		AtomicBoolean ready = new AtomicBoolean();
		Keeper kept = keep(probed(ready::get, Duration.ofSeconds(30)));
		await().until(() -> kept.status().pid() != 0);
		assertThat(kept.status().state()).isEqualTo(State.STARTING);
		ready.set(true);
		awaitState(kept, State.UP);
	}

	@Test
	void tellsTheSentenceOfWhatRefusesToStart() {
		Keeper kept = keep(launched(() -> {
			throw new Refusal("is not built");
		}));
		assertThat(awaitState(kept, State.DOWN).reason()).isEqualTo("is not built (never came up)");
	}

	@Test
	void survivesWhateverTheStartThrows() {
		Keeper kept = keep(launched(() -> {
			throw new IllegalStateException("broken");
		}));
		assertThat(awaitState(kept, State.DOWN).reason()).startsWith("cannot be started: ").contains("broken");
	}

	@Test
	void survivesWhateverTheProbeThrowsAndKillsTheProcess() {
		Keeper kept = keep(probed(() -> {
			throw new IllegalStateException("broken");
		}, Duration.ofSeconds(30)));
		Status status = awaitState(kept, State.DOWN);
		assertThat(status.reason()).startsWith("cannot be used: ").contains("broken");
		assertThat(status.pid()).isZero();
	}

	@Test
	void saysWhenThereIsNoSuchProgram() {
		Keeper kept = keep(launched(() -> new Launch(List.of("/no/such/program"), Map.of(), Path.of("/"))));
		assertThat(awaitState(kept, State.DOWN).reason()).startsWith("cannot be started: ").contains("/no/such/program");
	}

	@Test
	void triesAgainWhenAskedAlthoughItHadGivenUp() {
		AtomicInteger starts = new AtomicInteger();
		Keeper kept = keep(launched(() -> starts.getAndIncrement() < 6 ? shell("sleep 0.1; exit 3") : shell(PartFixtures.FOR_EVER)));
		awaitState(kept, State.DOWN);
		kept.restart();
		awaitState(kept, State.UP);
	}

	@Test
	void replacesALivingProcessWhenAsked() {
		Keeper kept = keep(sleeping("part"));
		long first = awaitState(kept, State.UP).pid();
		kept.restart();
		await().until(() -> kept.status().state() == State.UP && kept.status().pid() != first && kept.status().pid() != 0);
		assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void leavesStoppedWhatIsStopped() {
		Keeper kept = keep(sleeping("part"));
		long pid = awaitState(kept, State.UP).pid();
		kept.stop();
		awaitState(kept, State.STOPPED);
		assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(folder.resolve("part.pid")).doesNotExist();
		assertThat(kept.status().restarts()).isZero();
	}

	@Test
	void killsWhatDoesNotListenWhenItIsStopped() {
		Keeper kept = keep(running("trap '' TERM; echo ready; while :; do sleep 0.02; done"));
		long pid = awaitState(kept, State.UP).pid();
		await().untilAsserted(() -> assertThat(folder.resolve("part.log")).hasContent("ready"));
		kept.stop();
		assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void stopsBetweenTwoLives() {
		Keeper kept = keep(running("sleep 0.1; exit 3"), new RestartPolicy(Duration.ofMinutes(5), Duration.ofMinutes(5)));
		awaitState(kept, State.RESTARTING);
		kept.stop();
		awaitState(kept, State.STOPPED);
	}

	/** Preparing takes its time (unpacking, formatting), and Ctrl+C does not wait for it. */
	@Test
	void startsNothingAnyMoreOnceItIsStopped() throws InterruptedException {
		CountDownLatch preparing = new CountDownLatch(1);
		CountDownLatch prepared = new CountDownLatch(1);
		Keeper kept = keep(launched(() -> {
			preparing.countDown();
			awaitUninterruptibly(prepared);
			return shell("echo started; exec sleep 300");
		}));
		preparing.await();
		kept.stop();
		prepared.countDown();
		awaitState(kept, State.STOPPED);
		assertThat(kept.status().pid()).isZero();
		assertThat(folder.resolve("part.log")).doesNotExist();
	}

	@Test
	void addsToTheLogAndPassesTheEnvironmentOn() throws IOException {
		Files.writeString(folder.resolve("part.log"), "before\n");
		keep(launched(() -> new Launch(List.of("/bin/sh", "-c", "echo out; echo $WORD >&2; exec sleep 300"),
				Map.of("WORD", "told"), Path.of("/"))));
		await().untilAsserted(() -> assertThat(folder.resolve("part.log")).hasContent("before\nout\ntold"));
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private Keeper keep(Part part) {
		return keep(part, new RestartPolicy(Duration.ofMillis(1), Duration.ofMillis(1)));
	}

	private Keeper keep(Part part, RestartPolicy policy) {
		Keeper kept = new Keeper(part, folder.resolve("part.log"), pidFile(), Clock.systemUTC(), policy);
		keeper = kept;
		Thread.ofVirtual().start(kept::run);
		return kept;
	}

	private PidFile pidFile() {
		return new PidFile(folder.resolve("part.pid"));
	}

	private static Status awaitState(Keeper keeper, State state) {
		return await().until(keeper::status, status -> status.state() == state);
	}
}
