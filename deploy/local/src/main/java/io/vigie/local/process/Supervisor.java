package io.vigie.local.process;

import io.vigie.local.setting.Layout;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps all parts alive, each by a {@link Keeper} with a thread of its own; starts a part as soon as those it stands on are up, stops
 * them the other way round.
 */
public final class Supervisor {

	private static final long PAUSE_MILLIS = 50;

	private static final long ROTATE_SECONDS = 5;

	private final Map<String, Keeper> keepers = new LinkedHashMap<>();

	private final List<LogFile> logs;

	private final AtomicBoolean stopping = new AtomicBoolean();

	public Supervisor(List<Part> parts, Layout layout, Clock clock) {
		for (Part part : parts) {
			PidFile pidFile = new PidFile(layout.run().resolve(part.name() + ".pid"));
			keepers.put(part.name(), new Keeper(part, layout.log(part.name()), pidFile, clock, new RestartPolicy()));
		}
		logs = parts.stream().map(part -> new LogFile(layout.log(part.name()))).toList();
	}

	/** Begins; returns at once. */
	public void start() {
		for (Keeper keeper : keepers.values()) {
			Thread.ofVirtual().name(keeper.part().name()).start(() -> {
				if (awaitFoundations(keeper.part())) {
					keeper.run();
				}
			});
		}
		Thread.ofVirtual().name("logs").start(this::keepLogsSmall);
	}

	public List<Status> status() {
		return keepers.values().stream().map(Keeper::status).toList();
	}

	public Optional<Status> status(String name) {
		return Optional.ofNullable(keepers.get(name)).map(Keeper::status);
	}

	/** Kills the process if it lives and starts it again; returns what it was before, or nothing for an unknown name. */
	public Optional<Status> restart(String name) {
		return Optional.ofNullable(keepers.get(name)).map(keeper -> {
			Status before = keeper.status();
			keeper.restart();
			return before;
		});
	}

	public boolean isStopping() {
		return stopping.get();
	}

	/** Stops everything, what stands on others first; returns when all are gone. */
	public void stop() {
		stopping.set(true);
		List<Keeper> left = new ArrayList<>(keepers.values());
		while (!left.isEmpty()) {
			List<Keeper> free = left.stream().filter(keeper -> left.stream()
					.noneMatch(other -> other.part().after().contains(keeper.part().name()))).toList();
			List<Thread> threads = free.stream().map(keeper -> Thread.ofVirtual().start(keeper::stop)).toList();
			threads.forEach(Supervisor::join);
			left.removeAll(free);
		}
	}

	private boolean awaitFoundations(Part part) {
		while (!stopping.get()) {
			if (part.after().stream().allMatch(name -> status(name).map(Status::state).orElse(State.UP) == State.UP)) {
				return true;
			}
			pause(PAUSE_MILLIS);
		}
		return false;
	}

	private void keepLogsSmall() {
		while (!stopping.get()) {
			logs.forEach(Supervisor::keepSmall);
			pause(TimeUnit.SECONDS.toMillis(ROTATE_SECONDS));
		}
	}

	/** One that cannot be put aside now (a full disk) may be later; the others must not grow meanwhile. */
	private static void keepSmall(LogFile log) {
		try {
			log.rotate();
		}
		catch (UncheckedIOException e) {
			// tried again at the next turn
		}
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
