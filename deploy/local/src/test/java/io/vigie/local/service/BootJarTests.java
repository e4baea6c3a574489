package io.vigie.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootJarTests {

	@TempDir
	private Path folder;

	@Test
	void tellsMainClassAndLibraries() {
		BootJar jar = new BootJar(JarFixtures.service(file(), "io.vigie.risk.RiskService", Map.of("b-1.jar", "b", "a-2.jar", "a")));
		assertThat(jar.mainClass()).isEqualTo("io.vigie.risk.RiskService");
		assertThat(jar.libraries().keySet()).containsExactly("a-2.jar", "b-1.jar");
		assertThat(jar.libraries().get("a-2.jar")).isNotEqualTo(jar.libraries().get("b-1.jar"));
	}

	@Test
	void refusesAJarWithoutAManifest() {
		BootJar jar = new BootJar(JarFixtures.jar(file(), Map.of("some.class", new byte[] {1})));
		assertThatThrownBy(jar::mainClass).isInstanceOf(Refusal.class)
			.hasMessage("%s names no class to start: delete it, and ./vigie up builds it anew.", file());
	}

	@Test
	void refusesAJarWithoutAMainClass() {
		BootJar jar = new BootJar(JarFixtures.service(file(), "", Map.of()));
		assertThatThrownBy(jar::mainClass).isInstanceOf(Refusal.class).hasMessageContaining("names no class to start");
	}

	@Test
	void refusesAJarThatWasCutOff() throws IOException {
		Path file = JarFixtures.service(file(), "Some", Map.of("a.jar", "a"));
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
		for (ThrowableAssert.ThrowingCallable each : List.<ThrowableAssert.ThrowingCallable>of(
				() -> new BootJar(file).mainClass(), () -> new BootJar(file).libraries(),
				() -> new BootJar(file).extractClasses(folder.resolve("out/classes.jar")))) {
			assertThatThrownBy(each).isInstanceOf(Refusal.class)
				.hasMessage("%s is no readable jar: delete it, and ./vigie up builds it anew.", file);
		}
	}

	@Test
	void extractsALibraryOnce() throws IOException {
		BootJar jar = new BootJar(JarFixtures.service(file(), "Some", Map.of("a.jar", "content")));
		Path extracted = jar.extract("a.jar", folder.resolve("lib"));
		assertThat(extracted).hasContent("content");
		Files.writeString(extracted, "as it was");
		assertThat(jar.extract("a.jar", folder.resolve("lib"))).hasContent("as it was");
	}

	@Test
	void writesItsOwnClassesAsAPlainJarAndReplacesAnOlderOne() throws IOException {
		Path target = folder.resolve("app/risk.jar");
		new BootJar(JarFixtures.service(file(), "Old", Map.of())).extractClasses(target);
		new BootJar(JarFixtures.service(file(), "New", Map.of("a.jar", "a"))).extractClasses(target);
		try (JarFile plain = new JarFile(target.toFile())) {
			assertThat(plain.stream().map(JarEntry::getName)).containsExactly("application.yaml");
			assertThat(plain.getInputStream(plain.getJarEntry("application.yaml"))).hasContent("New");
		}
		try (var left = Files.list(target.getParent())) {
			assertThat(left).containsExactly(target);
		}
	}

	private Path file() {
		return folder.resolve("risk-service.jar");
	}
}
