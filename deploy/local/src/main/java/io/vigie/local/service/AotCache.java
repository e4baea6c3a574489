package io.vigie.local.service;

import io.vigie.local.process.Probe;
import io.vigie.local.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Classes read, linked and profiled ahead of time, for one shared class path and one JVM. Made by one rehearsal; whatever goes wrong
 * with it costs speed, never the start: then there is none, and the JVM itself ignores one that does not fit.
 */
final class AotCache {

	private static final Duration START_LIMIT = Duration.ofSeconds(120);

	private static final Duration WRITE_LIMIT = Duration.ofSeconds(120);

	private final Path folder;

	private final String java;

	AotCache(Path folder, String java) {
		this.folder = folder;
		this.java = java;
	}

	/** Options that use the cache, or none if there is no valid one. */
	List<String> options(List<Path> shared) {
		Path file = file(shared);
		return Files.exists(file) ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
	}

	boolean isMissing(List<Path> shared) {
		return !Files.exists(file(shared)) && !Files.exists(failed(shared));
	}

	/**
	 * Makes the cache by a rehearsal.
	 *
	 * @param arguments what comes after {@code java}: options, class path, main class and its arguments
	 * @param probe whether the rehearsed service is ready; then it is stopped and the cache is written
	 */
	void make(List<Path> shared, List<String> arguments, Map<String, String> environment, Probe probe, Path log) {
		Path file = file(shared);
		try {
			Files.createDirectories(folder);
			Path partial = Files.createTempFile(folder, "new", ".aot");
			Files.delete(partial);
			List<String> command = new ArrayList<>(List.of(java, "-XX:AOTCacheOutput=" + partial));
			command.addAll(arguments);
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			rehearse(builder.start(), probe);
			Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException e) {
			giveUp(shared);
		}
	}

	/** Not tried again for this class path: every start would wait for it in vain. */
	private void giveUp(List<Path> shared) {
		try {
			Files.writeString(failed(shared), "");
		}
		catch (IOException e) {
			// Then the next start tries again.
		}
	}

	private static void rehearse(Process process, Probe probe) {
		long deadline = System.nanoTime() + START_LIMIT.toNanos();
		try {
			while (process.isAlive() && !probe.isReady() && System.nanoTime() < deadline) {
				Thread.sleep(100);
			}
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		Processes.stop(process.toHandle(), "TERM", WRITE_LIMIT);
	}

	private Path failed(List<Path> shared) {
		return file(shared).resolveSibling(file(shared).getFileName() + ".failed");
	}

	private Path file(List<Path> shared) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update((java + System.getProperty("java.vm.version")).getBytes(StandardCharsets.UTF_8));
			for (Path jar : shared) {
				String identity = "%s %d %s\n".formatted(jar, Files.size(jar), Files.getLastModifiedTime(jar));
				digest.update(identity.getBytes(StandardCharsets.UTF_8));
			}
			return folder.resolve(HexFormat.of().formatHex(digest.digest(), 0, 8) + ".aot");
		}
		catch (NoSuchAlgorithmException | IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
