package io.vigie.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Real processes, as small as they get. */
final class PartFixtures {

	static final String FOR_EVER = "exec sleep 300";

	private static final Path FOLDER = Path.of("/");

	private PartFixtures() {
	}

	static Part sleeping(String name, String... after) {
		return part(name, List.of(after), () -> shell(FOR_EVER), () -> true, Duration.ofSeconds(10));
	}

	static Part running(String script) {
		return part("part", List.of(), () -> shell(script), () -> true, Duration.ofSeconds(10));
	}

	static Part launched(Supplier<Launch> launch) {
		return part("part", List.of(), launch, () -> true, Duration.ofSeconds(10));
	}

	static Part probed(Probe probe, Duration startLimit) {
		return part("part", List.of(), () -> shell(FOR_EVER), probe, startLimit);
	}

	/** Writes its name to the file when it is asked to stop, and goes. */
	static Part signing(String name, Path file, String... after) {
		String script = "trap 'echo %s >> %s; exit 0' TERM; while :; do sleep 0.02; done".formatted(name, file);
		return part(name, List.of(after), () -> shell(script), () -> true, Duration.ofSeconds(10));
	}

	static Launch shell(String script) {
		return new Launch(List.of("/bin/sh", "-c", script), Map.of(), FOLDER);
	}

	static Part part(String name, List<String> after, Supplier<Launch> launch, Probe probe, Duration startLimit) {
		return new Part(name, 4711, after, launch, probe, "TERM", startLimit, Duration.ofMillis(400));
	}
}
