package io.vigie.local.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

	@TempDir
	private Path folder;

	@Test
	void writesWhatOnlyTheOwnerMayRead() throws IOException {
		Path file = Secrets.write(folder.resolve("secret"));
		assertThat(Files.getPosixFilePermissions(file)).containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
		assertThat(Secrets.of(file)).matches("[0-9a-f]{48}");
	}

	@Test
	void writesAnotherOneEachTime() {
		Path file = folder.resolve("secret");
		String first = Secrets.of(Secrets.write(file));
		assertThat(Secrets.of(Secrets.write(file))).isNotEqualTo(first);
	}

	/** Somebody may have put a readable file there to learn what is written into it. */
	@Test
	void doesNotWriteIntoAFileThatIsThere() throws IOException {
		Path file = Files.writeString(folder.resolve("secret"), "");
		Files.setPosixFilePermissions(file, EnumSet.allOf(PosixFilePermission.class));
		Secrets.write(file);
		assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
	}

	@Test
	void failsWithoutAFile() {
		assertThatThrownBy(() -> Secrets.of(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
	}
}
