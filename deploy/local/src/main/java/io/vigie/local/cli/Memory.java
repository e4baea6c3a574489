package io.vigie.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much memory a process and those it started hold, in words; what they share counts once where the system tells. */
final class Memory {

	private Memory() {
	}

	static String of(long pid) {
		if (pid == 0) {
			return "-";
		}
		LongStream family = ProcessHandle.of(pid).stream()
				.flatMap(process -> Stream.concat(Stream.of(process), process.descendants())).mapToLong(ProcessHandle::pid);
		return family.map(Memory::kilobytes).sum() / 1024 + " MB";
	}

	private static long kilobytes(long pid) {
		try {
			Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
			if (Files.isReadable(rollup)) {
				return Files.readAllLines(rollup).stream().filter(line -> line.startsWith("Pss:"))
						.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
			}
			Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
			String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
			return text.isEmpty() ? 0 : Long.parseLong(text);
		}
		catch (IOException e) {
			return 0;
		}
	}
}
