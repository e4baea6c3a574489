package io.vigie.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond the life of whoever started it. The start time is kept with the id, because the system gives ids to
 * other processes later, and those must never be stopped by mistake.
 */
public record PidFile(Path file) {

	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	public void write(ProcessHandle process) {
		String started = process.info().startInstant().map(Instant::toString).orElse("");
		try {
			Files.writeString(file, process.pid() + " " + started + "\n");
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The process that was written, if it still lives. */
	public Optional<ProcessHandle> read() {
		if (!Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try {
			String[] fields = Files.readString(file).strip().split(" ");
			return ProcessHandle.of(Long.parseLong(fields[0])).filter(ProcessHandle::isAlive)
					.filter(process -> fields.length < 2 || isSame(process, Instant.parse(fields[1])));
		}
		catch (IOException | IllegalArgumentException | DateTimeException e) {
			return Optional.empty();
		}
	}

	public void delete() {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static boolean isSame(ProcessHandle process, Instant started) {
		return process.info().startInstant()
				.map(actual -> Duration.between(actual, started).abs().compareTo(TOLERANCE) <= 0).orElse(true);
	}
}
