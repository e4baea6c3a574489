package io.vigie.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The log of one process. The process writes to it directly, so that it lives on when its supervisor does not; it is kept small by
 * copying it aside and cutting it to nothing, which a writer in append mode does not notice.
 */
public record LogFile(Path file, long limit) {

	private static final long LIMIT = 20L << 20;

	private static final int TAIL_BYTES = 64 << 10;

	public LogFile(Path file) {
		this(file, LIMIT);
	}

	/** Whether it was full and has been put aside; one older generation is kept. */
	public boolean rotate() {
		try {
			if (!Files.exists(file) || Files.size(file) < limit) {
				return false;
			}
			Files.copy(file, previous(), StandardCopyOption.REPLACE_EXISTING);
			try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
				open.setLength(0);
			}
			return true;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public Path previous() {
		return file.resolveSibling(file.getFileName() + ".1");
	}

	/** The last lines, as far as they lie near the end of the file. */
	public List<String> tail(int lines) {
		try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
			long from = Math.max(0, open.length() - Math.max(TAIL_BYTES, lines * 1024L));
			byte[] bytes = new byte[(int) (open.length() - from)];
			open.seek(from);
			open.readFully(bytes);
			List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().skip(from > 0 ? 1 : 0).toList();
			return all.subList(Math.max(0, all.size() - lines), all.size());
		}
		catch (IOException e) {
			return List.of();
		}
	}
}
