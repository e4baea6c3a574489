package io.vigie.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTests {

	@TempDir
	private Path folder;

	private List<Path> jars;

	@BeforeEach
	void write() throws IOException {
		Path jar = Files.writeString(folder.resolve("a.jar"), "content");
		Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
		jars = List.of(jar);
	}

	@Test
	void servesWhatItWasMadeFor() throws IOException {
		AotCache cache = cache(program("touch ${1#*=}; exec sleep 300"));
		assertThat(cache.isMissing(jars)).isTrue();
		assertThat(cache.options(jars)).isEmpty();
		make(cache);
		assertThat(cache.isMissing(jars)).isFalse();
		assertThat(cache.options(jars)).first().asString().matches("-XX:AOTCache=.*/[0-9a-f]{16}\\.aot");
	}

	@Test
	void servesNothingElse() throws IOException {
		AotCache cache = cache(program("touch ${1#*=}; exec sleep 300"));
		make(cache);
		Path more = Files.writeString(folder.resolve("b.jar"), "more");
		assertThat(cache.options(List.of(jars.getFirst(), more))).isEmpty();
		assertThat(cache.options(List.of(more, jars.getFirst()))).isEmpty();
		assertThat(cache("/another/java").options(jars)).isEmpty();
		Files.writeString(jars.getFirst(), "content of another length");
		Files.setLastModifiedTime(jars.getFirst(), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
		assertThat(cache.options(jars)).isEmpty();
		Files.writeString(jars.getFirst(), "content");
		assertThat(cache.options(jars)).as("written anew").isEmpty();
	}

	@Test
	void doesNotTryAgainWhatDoesNotWork() throws IOException {
		AotCache cache = cache(program("exit 1"));
		make(cache);
		assertThat(cache.options(jars)).isEmpty();
		assertThat(cache.isMissing(jars)).isFalse();
	}

	/** It is there for speed: whatever goes wrong, the platform starts without it. */
	@Test
	void neverKeepsThePlatformFromStarting() throws IOException {
		AotCache withoutProgram = cache("/no/such/java");
		make(withoutProgram);
		assertThat(withoutProgram.options(jars)).isEmpty();
		Files.writeString(folder.resolve("file"), "");
		AotCache withoutFolder = new AotCache(folder.resolve("file/below"), "java");
		make(withoutFolder);
		assertThat(withoutFolder.options(jars)).isEmpty();
	}

	@Test
	void tellsTheRehearsalWhatItIsTold() throws IOException {
		AotCache cache = cache(program("echo $@ $PORT; touch ${1#*=}; exec sleep 300"));
		make(cache);
		assertThat(folder.resolve("rehearsal.log")).content().contains("-XX:AOTCacheOutput=", ".aot -cp all Main 4711");
	}

	private void make(AotCache cache) {
		cache.make(jars, List.of("-cp", "all", "Main"), Map.of("PORT", "4711"), this::hasWritten, folder.resolve("rehearsal.log"));
	}

	private boolean hasWritten() {
		try (var files = Files.exists(folder.resolve("aot")) ? Files.list(folder.resolve("aot")) : Stream.<Path>of()) {
			return files.anyMatch(file -> file.getFileName().toString().startsWith("new"));
		}
		catch (IOException e) {
			return false;
		}
	}

	private AotCache cache(String java) {
		return new AotCache(folder.resolve("aot"), java);
	}

	/** Stands in for {@code java}. */
	private String program(String script) throws IOException {
		Path file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + script + "\n");
		assertThat(file.toFile().setExecutable(true)).isTrue();
		return file.toString();
	}
}
