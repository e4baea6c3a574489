package io.vigie.local.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random words in files that only their owner may read. */
public final class Secrets {

	private static final int BYTES = 24;

	private Secrets() {
	}

	/** Writes a new one and returns its file. */
	public static Path write(Path file) {
		byte[] random = new byte[BYTES];
		new SecureRandom().nextBytes(random);
		try {
			Files.deleteIfExists(file);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			return Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static String of(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
