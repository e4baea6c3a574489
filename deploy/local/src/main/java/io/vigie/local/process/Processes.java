package io.vigie.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes, and what they started, politely first. */
public final class Processes {

	private Processes() {
	}

	/** Sends the signal, waits, and kills what has not listened. Returns whether it went by itself. */
	public static boolean stop(ProcessHandle process, String signal, Duration limit) {
		List<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants()).toList();
		signal(process, signal);
		boolean went = await(process, limit);
		if (!went) {
			kill(process);
		}
		family.stream().filter(ProcessHandle::isAlive).forEach(child -> {
			if (!await(child, Duration.ofSeconds(3))) {
				kill(child);
			}
		});
		return went;
	}

	public static void kill(ProcessHandle process) {
		process.destroyForcibly();
		await(process, Duration.ofSeconds(5));
	}

	static void signal(ProcessHandle process, String signal) {
		if ("TERM".equals(signal)) {
			process.destroy();
			return;
		}
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether the process was gone within the limit. */
	public static boolean await(ProcessHandle process, Duration limit) {
		try {
			process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException | ExecutionException e) {
			return !process.isAlive();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return !process.isAlive();
		}
	}
}
