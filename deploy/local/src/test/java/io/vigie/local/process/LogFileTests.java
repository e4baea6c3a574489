package io.vigie.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {

	@TempDir
	private Path folder;

	@Test
	void leavesASmallOneAlone() throws IOException {
		LogFile log = log(10);
		Files.writeString(log.file(), "123456789");
		assertThat(log.rotate()).isFalse();
		assertThat(log.file()).hasContent("123456789");
		assertThat(log.previous()).doesNotExist();
	}

	@Test
	void putsAFullOneAside() throws IOException {
		LogFile log = log(10);
		Files.writeString(log.file(), "1234567890");
		assertThat(log.rotate()).isTrue();
		assertThat(log.file()).isEmptyFile();
		assertThat(log.previous()).hasContent("1234567890");
	}

	@Test
	void keepsOneOlderGenerationAndNoMore() throws IOException {
		LogFile log = log(3);
		for (String each : new String[] {"one", "two", "three"}) {
			Files.writeString(log.file(), each);
			log.rotate();
		}
		assertThat(log.previous()).hasContent("three");
		try (var files = Files.list(folder)) {
			assertThat(files).hasSize(2);
		}
	}

	/** The process holds the file open and knows nothing of this. */
	@Test
	void isWrittenToAsIfNothingHadHappened() throws IOException {
		LogFile log = log(3);
		try (OutputStream process = Files.newOutputStream(log.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			process.write("before\n".getBytes(StandardCharsets.UTF_8));
			log.rotate();
			process.write("after\n".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(log.file()).hasContent("after\n");
	}

	@Test
	void rotatesNothingWithoutAFile() {
		assertThat(log(1).rotate()).isFalse();
	}

	@Test
	void showsTheLastLines() throws IOException {
		LogFile log = log(1_000);
		Files.writeString(log.file(), "a\nb\nc\n");
		assertThat(log.tail(2)).containsExactly("b", "c");
		assertThat(log.tail(9)).containsExactly("a", "b", "c");
		assertThat(log(1).tail(0)).isEmpty();
	}

	@Test
	void showsNoHalfLineWhereLinesAreLong() throws IOException {
		LogFile log = log(1_000_000);
		Files.writeString(log.file(), ("x".repeat(2_999) + "\n").repeat(100));
		assertThat(log.tail(40)).hasSize(21).allMatch(line -> line.length() == 2_999);
	}

	@Test
	void findsTheEndOfALongLog() throws IOException {
		LogFile log = log(1_000_000);
		Files.writeString(log.file(), IntStream.range(0, 20_000).mapToObj("line-%06d"::formatted).collect(Collectors.joining("\n", "", "\n")));
		assertThat(log.tail(100_000)).hasSize(20_000);
		assertThat(log.tail(3)).containsExactly("line-019997", "line-019998", "line-019999");
	}

	@Test
	void showsNothingWithoutAFile() {
		assertThat(log(1).tail(5)).isEmpty();
	}

	private LogFile log(long limit) {
		return new LogFile(folder.resolve("part.log"), limit);
	}
}
