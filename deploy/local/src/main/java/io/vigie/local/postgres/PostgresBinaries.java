package io.vigie.local.postgres;

import io.vigie.local.setting.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine: found on the class path, unpacked once per version. */
public final class PostgresBinaries {

	private final Path cache;

	public PostgresBinaries(Path cache) {
		this.cache = cache;
	}

	/** The resource that holds them, or empty on a system nobody has built them for. */
	public static Optional<URL> archive() {
		boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
		boolean arm = System.getProperty("os.arch").equals("aarch64");
		String name = "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
		return Optional.ofNullable(PostgresBinaries.class.getResource("/" + name));
	}

	/** The folder that holds {@code bin/postgres}. */
	public Path unpacked() {
		URL archive = archive().orElseThrow(() -> new Refusal(
				"There is no packaged PostgreSQL for %s on %s: Vigie runs on Linux and macOS, x86-64 or ARM; elsewhere use Docker."
						.formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
		try {
			// The length names the version: another version has another one.
			Path home = cache.resolve("postgres-" + archive.openConnection().getContentLengthLong());
			if (!Files.isDirectory(home)) {
				Path partial = Files.createTempDirectory(Files.createDirectories(cache), "postgres-");
				try (InputStream in = archive.openStream()) {
					unpack(in, partial);
				}
				Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
			}
			return home;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static void unpack(InputStream archive, Path into) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path target = into.resolve(entry.getName()).normalize();
				if (!target.startsWith(into)) {
					throw new IOException("entry outside of the archive: " + entry.getName());
				}
				write(entry, tar, target);
			}
		}
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
		}
		else if (entry.isLink()) {
			throw new IOException("hard link in the archive: " + entry.getName());
		}
		else {
			Files.copy(content, target);
			Files.setPosixFilePermissions(target, permissions(entry.getMode()));
		}
	}

	private static Set<PosixFilePermission> permissions(int mode) {
		Set<PosixFilePermission> permissions = new HashSet<>(
				Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
		permissions.addAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
		if ((mode & 0100) != 0) {
			permissions.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
					PosixFilePermission.OTHERS_EXECUTE));
		}
		return permissions;
	}
}
