package io.vigie.local.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where things lie: the checkout, and the one folder that holds all state. */
public record Layout(Path root, Path data) {

	/** The checkout given by the launcher script; the state folder may be moved by {@code VIGIE_DATA_DIR}. */
	public static Layout of(Path root, Settings settings) {
		Path home = root.toAbsolutePath().normalize();
		return new Layout(home, home.resolve(settings.text("VIGIE_DATA_DIR", ".vigie")).normalize());
	}

	public Path postgres() {
		return data.resolve("postgres");
	}

	public Path kafka() {
		return data.resolve("kafka");
	}

	/** The simulator's memory: its account, orders and fills. */
	public Path simulator() {
		return data.resolve("simulator");
	}

	/** Logs, one per process. */
	public Path logs() {
		return data.resolve("logs");
	}

	public Path log(String process) {
		return logs().resolve(process + ".log");
	}

	/** Pid files and addresses of the running platform. */
	public Path run() {
		return data.resolve("run");
	}

	/** What can be made again at any time: binaries, class path, caches. Shared by all data folders of a checkout. */
	public Path cache() {
		return root.resolve(".vigie/cache");
	}

	public Path controlToken() {
		return data.resolve("control-token");
	}

	/** Forgets everything but what can be made again. */
	public void wipe() {
		for (Path each : new Path[] {postgres(), kafka(), simulator(), logs(), run()}) {
			delete(each);
		}
	}

	public void create() {
		try {
			Files.createDirectories(logs());
			Files.createDirectories(run());
			Files.createDirectories(cache());
		}
		catch (IOException e) {
			throw new Refusal("Cannot create %s: %s.".formatted(data, e.getMessage()), e);
		}
	}

	/** Deletes a folder and all it holds; does nothing if there is none. */
	public static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
