package io.vigie.local.process;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one process alive: starts it, waits until it is ready, starts it again when it dies, until told to stop or until the policy
 * gives up. One thread runs {@link #run()}; everything else may be called from any thread.
 */
final class Keeper {

	private static final Duration PROBE_PAUSE = Duration.ofMillis(150);

	private final Part part;

	private final Path log;

	private final PidFile pidFile;

	private final Clock clock;

	private final RestartPolicy policy;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = lock.newCondition();

	private State state = State.WAITING;

	private Instant since;

	private String reason = "";

	private int restarts;

	private long startMillis;

	private boolean stopping;

	private boolean wanted;

	private @Nullable Process process;

	Keeper(Part part, Path log, PidFile pidFile, Clock clock, RestartPolicy policy) {
		this.part = part;
		this.log = log;
		this.pidFile = pidFile;
		this.clock = clock;
		this.policy = policy;
		this.since = clock.instant();
	}

	Part part() {
		return part;
	}

	Status status() {
		lock.lock();
		try {
			long pid = process != null && process.isAlive() ? process.pid() : 0;
			return new Status(part.name(), state, pid, part.port(), since, restarts, startMillis, reason);
		}
		finally {
			lock.unlock();
		}
	}

	/** Starts and restarts until stopped. */
	void run() {
		while (!isStopping()) {
			String death = live();
			if (isStopping()) {
				break;
			}
			Optional<Duration> delay = nextDelay(death);
			if (delay.isPresent()) {
				pause(delay.get());
			}
			else {
				awaitDemand();
			}
		}
		become(State.STOPPED, "");
	}

	/** Kills what may hang, forgets past failures, starts anew; returns at once. */
	void restart() {
		Process old;
		lock.lock();
		try {
			policy.forgive();
			wanted = true;
			old = process;
			changed.signalAll();
		}
		finally {
			lock.unlock();
		}
		if (old != null && old.isAlive()) {
			Processes.kill(old.toHandle());
		}
	}

	/** Stops the process in good order and leaves it stopped. Returns when it is gone. */
	void stop() {
		Process old;
		lock.lock();
		try {
			stopping = true;
			old = process;
			changed.signalAll();
		}
		finally {
			lock.unlock();
		}
		if (old != null && old.isAlive()) {
			Processes.stop(old.toHandle(), part.stopSignal(), part.stopLimit());
		}
		pidFile.delete();
	}

	/** One life of the process; returns why it ended. */
	private String live() {
		become(State.STARTING, "");
		long began = System.nanoTime();
		Process started;
		try {
			started = start(part.launch().get());
		}
		catch (Refusal refusal) {
			return refusal.sentence();
		}
		catch (IOException | RuntimeException e) {
			// Whatever it is, it must not end the keeper: a part nobody keeps would stay "starting" for ever.
			return "cannot be started: " + e;
		}
		try {
			awaitReady(started, began);
		}
		catch (RuntimeException e) {
			Processes.kill(started.toHandle());
			return e instanceof Refusal refusal ? refusal.sentence() : "cannot be used: " + e;
		}
		return ending(started);
	}

	private void awaitReady(Process started, long began) {
		Instant deadline = clock.instant().plus(part.startLimit());
		while (started.isAlive() && !part.probe().isReady()) {
			if (clock.instant().isAfter(deadline)) {
				throw new Refusal("did not get ready within %d seconds".formatted(part.startLimit().toSeconds()));
			}
			sleep(PROBE_PAUSE);
		}
		if (started.isAlive()) {
			up(Duration.ofNanos(System.nanoTime() - began));
		}
	}

	private Process start(Launch launch) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(launch.command()).directory(launch.directory().toFile())
				.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
		builder.environment().putAll(launch.environment());
		lock.lock();
		try {
			if (stopping) {
				throw new Refusal("stopped before it started");
			}
			Process started = builder.start();
			process = started;
			pidFile.write(started.toHandle());
			return started;
		}
		finally {
			lock.unlock();
		}
	}

	private String ending(Process started) {
		try {
			int code = started.waitFor();
			pidFile.delete();
			return code > 128 ? "was ended by signal %d".formatted(code - 128) : "ended by itself with code %d".formatted(code);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return "its keeper was interrupted";
		}
	}

	private void up(Duration took) {
		lock.lock();
		try {
			policy.up();
			startMillis = took.toMillis();
			set(State.UP, reason);
		}
		finally {
			lock.unlock();
		}
	}

	private Optional<Duration> nextDelay(String death) {
		lock.lock();
		try {
			wanted = false;
			Optional<Duration> delay = policy.next(clock.instant());
			if (delay.isPresent()) {
				restarts++;
				set(State.RESTARTING, death);
			}
			else {
				set(State.DOWN, "%s (%s)".formatted(death, policy.limit()));
			}
			return delay;
		}
		finally {
			lock.unlock();
		}
	}

	private void awaitDemand() {
		lock.lock();
		try {
			while (!wanted && !stopping) {
				changed.awaitUninterruptibly();
			}
			restarts++;
		}
		finally {
			lock.unlock();
		}
	}

	private void pause(Duration delay) {
		lock.lock();
		try {
			long left = delay.toNanos();
			while (left > 0 && !stopping && !wanted) {
				left = changed.awaitNanos(left);
			}
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		finally {
			lock.unlock();
		}
	}

	private boolean isStopping() {
		lock.lock();
		try {
			return stopping;
		}
		finally {
			lock.unlock();
		}
	}

	private void become(State next, String why) {
		lock.lock();
		try {
			set(next, why.isEmpty() ? reason : why);
		}
		finally {
			lock.unlock();
		}
	}

	private void set(State next, String why) {
		state = next;
		reason = why;
		since = clock.instant();
		changed.signalAll();
	}

	private static void sleep(Duration pause) {
		try {
			TimeUnit.NANOSECONDS.sleep(pause.toNanos());
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
