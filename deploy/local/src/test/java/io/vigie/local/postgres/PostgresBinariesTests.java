package io.vigie.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PostgresBinariesTests {

	@TempDir
	private Path folder;

	@Test
	void unpacksFilesFoldersAndLinks() throws IOException {
		unpack(tar -> {
			tar.putArchiveEntry(new TarArchiveEntry("bin/"));
			tar.closeArchiveEntry();
			file(tar, "bin/postgres", 0755);
			file(tar, "share/notes", 0600);
			TarArchiveEntry link = new TarArchiveEntry("bin/postmaster", TarConstants.LF_SYMLINK);
			link.setLinkName("postgres");
			tar.putArchiveEntry(link);
			tar.closeArchiveEntry();
		});
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(into().resolve("bin/postgres")))).isEqualTo("rwxr-xr-x");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(into().resolve("share/notes")))).isEqualTo("rw-r--r--");
		assertThat(into().resolve("bin/postmaster")).isSymbolicLink().hasContent("bin/postgres");
	}

	@Test
	void refusesAnEntryThatLeadsOutside() {
		assertThatThrownBy(() -> unpack(tar -> file(tar, "../outside", 0644))).isInstanceOf(IOException.class)
			.hasMessage("entry outside of the archive: ../outside");
		assertThat(folder.resolve("outside")).doesNotExist();
	}

	@Test
	void refusesAHardLink() {
		assertThatThrownBy(() -> unpack(tar -> {
			TarArchiveEntry link = new TarArchiveEntry("hard", TarConstants.LF_LINK);
			link.setLinkName("/etc/passwd");
			tar.putArchiveEntry(link);
			tar.closeArchiveEntry();
		})).isInstanceOf(IOException.class).hasMessage("hard link in the archive: hard");
	}

	@Test
	void hasAnArchiveForThisMachine() {
		assertThat(PostgresBinaries.archive()).isPresent();
	}

	private interface Content {

		void write(TarArchiveOutputStream tar) throws IOException;
	}

	private void unpack(Content content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
			content.write(tar);
		}
		PostgresBinaries.unpack(new ByteArrayInputStream(bytes.toByteArray()), into());
	}

	private static void file(TarArchiveOutputStream tar, String name, int mode) throws IOException {
		byte[] content = name.getBytes(StandardCharsets.UTF_8);
		TarArchiveEntry entry = new TarArchiveEntry(name, true);
		entry.setSize(content.length);
		entry.setMode(mode);
		tar.putArchiveEntry(entry);
		tar.write(content);
		tar.closeArchiveEntry();
	}

	private Path into() {
		return folder.resolve("home");
	}
}
