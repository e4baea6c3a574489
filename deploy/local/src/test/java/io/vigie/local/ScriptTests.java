package io.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of the script that nothing else covers: it must find a JDK 25 and nothing less. */
class ScriptTests {

	private static final Path SCRIPT = Path.of("../../vigie").toAbsolutePath().normalize();

	@TempDir
	private Path folder;

	@Test
	void isValid() throws Exception {
		assertThat(bash("bash -n %s && echo valid".formatted(SCRIPT))).isEqualTo("valid\n");
	}

	@Test
	void takesAJdkOfTheRightVersion() throws Exception {
		assertThat(isJdk("JAVA_VERSION=\"25.0.3\"", true)).isTrue();
		assertThat(isJdk("JAVA_VERSION=\"25\"", true)).isTrue();
	}

	@Test
	void takesNoOtherVersionAndNoBareRuntime() throws Exception {
		assertThat(isJdk("JAVA_VERSION=\"17.0.9\"", true)).isFalse();
		assertThat(isJdk("JAVA_RUNTIME_VERSION=\"25\"", true)).isFalse();
		assertThat(isJdk("JAVA_VERSION=\"25.0.3\"", false)).as("no compiler").isFalse();
	}

	@Test
	void saysWhatToDoWithoutAJdk() throws IOException {
		assertThat(Files.readString(SCRIPT)).contains("✗ No JDK 25 found: install Eclipse Temurin 25 or any other JDK 25, or set JAVA_HOME");
	}

	private boolean isJdk(String release, boolean compiler) throws Exception {
		Path home = Files.createTempDirectory(folder, "jdk");
		Files.writeString(home.resolve("release"), release + "\n");
		Files.createDirectories(home.resolve("bin"));
		if (compiler) {
			assertThat(Files.writeString(home.resolve("bin/javac"), "").toFile().setExecutable(true)).isTrue();
		}
		return bash("source <(sed -n '/^is_jdk25/,/^}/p' %s); is_jdk25 %s && echo yes || echo no".formatted(SCRIPT, home)).equals("yes\n");
	}

	private static String bash(String script) throws IOException, InterruptedException {
		Process process = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return said;
	}
}
