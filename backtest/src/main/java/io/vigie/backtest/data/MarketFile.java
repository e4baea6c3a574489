package io.vigie.backtest.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Reads a file of bars or prints: columns between commas, semicolons or tabs, with a header in one of the usual spellings or
 * without one, packed by gzip or not, newest first or last.
 */
public final class MarketFile {

	private static final int GZIP = 0x1f8b;

	private MarketFile() {
	}

	/**
	 * @param lenient whether rows that can't be read are left out and told of; else the first of them is told, and nothing is read
	 * @throws BadData with a sentence that names file and line
	 */
	public static MarketData read(Path file, String symbol, boolean lenient) {
		try (InputStream input = Files.newInputStream(file)) {
			return read(file.toString(), input, symbol, file.getFileName().toString(), lenient);
		}
		catch (NoSuchFileException _) {
			throw new BadData(file.toString(), "there is no such file");
		}
		catch (IOException e) {
			throw new BadData(file.toString(), "can't be read: " + e.getMessage());
		}
	}

	/** A symbol out of a file's name: what stands before the first dot. */
	public static String symbol(Path file) {
		String name = file.getFileName().toString();
		int dot = name.indexOf('.');
		String stem = (dot > 0 ? name.substring(0, dot) : name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_-]", "");
		return stem.isEmpty() ? "DATA" : stem;
	}

	static MarketData read(String file, InputStream input, String symbol, String source, boolean lenient) throws IOException {
		BufferedInputStream start = new BufferedInputStream(input);
		start.mark(2);
		boolean packed = (start.read() << 8 | start.read()) == GZIP;
		start.reset();
		InputStream plain = packed ? new GZIPInputStream(start, 1 << 16) : start;
		BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
		Rows rows = rows(file, lines, lenient);
		return rows.data(symbol, source);
	}

	private static Rows rows(String file, BufferedReader lines, boolean lenient) throws IOException {
		int number = 0;
		String line;
		Rows rows = null;
		while ((line = lines.readLine()) != null) {
			number++;
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			if (rows == null) {
				String first = line.charAt(0) == '\uFEFF' ? line.substring(1) : line;
				Cells cells = Cells.of(first);
				List<String> names = cells.of(first, Integer.MAX_VALUE - 1);
				boolean headed = !names.getFirst().matches("[\"$]?\\d.*") && names.stream().noneMatch(it -> it.matches("\\d+\\.\\d+"));
				Columns columns = headed ? Columns.ofHeader(file, number, names) : Columns.ofRow(file, number, names);
				rows = new Rows(file, columns, cells, lenient);
				if (headed) {
					continue;
				}
				line = first;
			}
			rows.add(number, line);
		}
		if (rows == null) {
			throw new BadData(file, "is empty");
		}
		return rows;
	}
}
