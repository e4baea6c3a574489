package io.vigie.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTests {

	@TempDir
	private Path folder;

	private Path cache;

	private Path risk;

	private Path health;

	@BeforeEach
	void build() {
		cache = folder.resolve("cache");
		risk = JarFixtures.service(folder.resolve("risk.jar"), "Risk", Map.of("spring-7.jar", "spring", "ta4j-1.jar", "ta4j",
				"common-0.1.0-SNAPSHOT.jar", "common", "differs-1.jar", "one"));
		health = JarFixtures.service(folder.resolve("health.jar"), "Health", Map.of("spring-7.jar", "spring",
				"common-0.1.0-SNAPSHOT.jar", "common", "differs-1.jar", "other"));
	}

	@Test
	void sharesWhatIsTheSameForAll() {
		Unpacker unpacker = new Unpacker(cache, List.of(risk, health));
		ClassPath first = unpacker.classPath(risk);
		ClassPath second = unpacker.classPath(health);
		assertThat(first.mainClass()).isEqualTo("Risk");
		assertThat(first.shared()).isEqualTo(second.shared());
		assertThat(names(first.shared())).first().isEqualTo("spring-7.jar");
		assertThat(names(first.own())).containsExactly("common-0.1.0-SNAPSHOT.jar", "differs-1.jar", "ta4j-1.jar", "risk.jar");
		assertThat(names(second.own())).containsExactly("common-0.1.0-SNAPSHOT.jar", "differs-1.jar", "health.jar");
	}

	/** Two services may carry two contents under one name: each must get its own. */
	@Test
	void keepsContentsOfOneNameApart() throws IOException {
		Unpacker unpacker = new Unpacker(cache, List.of(risk, health));
		Path one = named(unpacker.classPath(risk).own(), "differs-1.jar");
		Path other = named(unpacker.classPath(health).own(), "differs-1.jar");
		assertThat(one).hasContent("one");
		assertThat(other).hasContent("other");
	}

	@Test
	void takesAnotherBuildOfOurOwn() {
		new Unpacker(cache, List.of(risk, health)).classPath(risk);
		JarFixtures.service(risk, "Risk", Map.of("spring-7.jar", "spring", "common-0.1.0-SNAPSHOT.jar", "newer"));
		ClassPath path = new Unpacker(cache, List.of(risk, health)).classPath(risk);
		assertThat(named(path.own(), "common-0.1.0-SNAPSHOT.jar")).hasContent("newer");
	}

	@Test
	void endsTheSharedPartWithWhatTheRehearsalNeeds() {
		ClassPath path = new Unpacker(cache, List.of(risk, health)).classPath(risk);
		assertThat(names(path.shared())).last().asString().startsWith("zz-rehearsal-");
		assertThat(path.sharedOnly()).doesNotContain("common");
		assertThat(path.all()).startsWith(path.sharedOnly() + ":").endsWith("risk.jar");
	}

	@Test
	void refusesOneThatNamesNoMainClass() {
		JarFixtures.service(risk, "", Map.of());
		assertThatThrownBy(() -> new Unpacker(cache, List.of(risk, health)).classPath(risk)).isInstanceOf(Refusal.class)
			.hasMessageContaining(risk + " names no class to start");
	}

	@Test
	void refusesOneThatWasCutOff() throws IOException {
		Files.writeString(health, "half a j");
		assertThatThrownBy(() -> new Unpacker(cache, List.of(risk, health)).classPath(risk)).isInstanceOf(Refusal.class)
			.hasMessageContaining(health + " is no readable jar");
	}

	private static List<String> names(List<Path> paths) {
		return paths.stream().map(path -> path.getFileName().toString()).toList();
	}

	private static Path named(List<Path> paths, String name) {
		return paths.stream().filter(path -> path.endsWith(name)).findFirst().orElseThrow();
	}
}
