package io.vigie.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingsTests {

	@TempDir
	private Path folder;

	@Test
	void readsTrades() throws IOException {
		Recording recording = read("timestamp,price,amount\r\n1385337600,800.010000000000,0.1\r\n1385337613,800.05,0.27838049\r\n");
		assertThat(recording.prints()).extracting(it -> it.offset().toSeconds() + " " + it.price() + " " + it.size())
			.containsExactly("0 800.01 0.1", "13 800.05 0.27838049");
		assertThat(recording.length()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void readsMillisecondsAndInstantsAsTimes() throws IOException {
		assertThat(read("timestamp,price,amount\n1385337600000,1,1\n1385337601500,1,1\n").prints().getLast().offset()).hasMillis(1500);
		assertThat(read("timestamp,price,amount\n2026-01-05T00:00:00Z,1,1\n2026-01-05T00:00:02Z,1,1\n").prints().getLast().offset())
			.hasSeconds(2);
	}

	@Test
	void playsDailyBarsInQuartersOfAnHourAsFourPrints() throws IOException {
		Recording recording = read("date,open,high,low,close,volume\n2013-01-02,10,13,9,12,400\n2013-01-04,12,13,8,9,100\n");
		assertThat(recording.prints()).extracting(it -> it.offset().toSeconds() + " " + it.price() + " " + it.size())
			.containsExactly("0 10 100", "300 9 100", "600 13 100", "899 12 100", "900 12 25", "1200 13 25", "1500 8 25", "1799 9 25");
		assertThat(recording.length()).isEqualTo(Duration.ofMinutes(30));
	}

	@Test
	void playsTimedBarsInTheirOwnRhythm() throws IOException {
		Recording recording = read("""
				date,open,high,low,close,volume
				2026-01-05T00:00:00Z,10,13,9,12,400
				2026-01-05T00:05:00Z,12,13,8,9,100
				""");
		assertThat(recording.length()).isEqualTo(Duration.ofMinutes(10));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "1,abc,1|'abc' is not a number, price expected", "1,0,1|the price 0 is not positive",
			"1,5,-1|the size -1 is negative", "yesterday,5,1|'yesterday' is not a time: use seconds or milliseconds since 1970, 2026-01-05T00:00:00Z or 2026-01-05",
			"2|has 1 cells, at least 2 are needed", "0,5,1|1970-01-01T00:00:00Z is before 1970-01-01T00:00:02Z in the row before it, though the file runs the other way" })
	void namesTheFileAndTheLineOfABadTrade(String row, String problem) {
		assertThatExceptionOfType(BadRecording.class).isThrownBy(() -> read("timestamp,price,amount\n1,5,1\n2,5,1\n" + row + "\n"))
			.withMessage(folder.resolve("test.csv") + ", line 4: " + problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "2026-01-06,10,9,8,9,1|the high 9 or low 8 lies inside the body from 10 to 9",
			"2026-01-05,10,11,8,9,1|has the time of the row before it, 2026-01-05T00:00:00Z" })
	void namesTheFileAndTheLineOfABadBar(String row, String problem) {
		assertThatExceptionOfType(BadRecording.class)
			.isThrownBy(() -> read("date,open,high,low,close,volume\n2026-01-05,10,11,9,10,1\n" + row + "\n"))
			.withMessage(folder.resolve("test.csv") + ", line 3: " + problem);
	}

	@Test
	void refusesFilesThatHoldTooLittleOrAreTooFast() {
		assertThatExceptionOfType(BadRecording.class).isThrownBy(() -> read("timestamp,price,amount\n")).withMessageContaining("holds no rows");
		assertThatExceptionOfType(BadRecording.class).isThrownBy(() -> read("timestamp,price,amount\n1,5,1\n")).withMessageContaining("fewer than two rows");
		assertThatExceptionOfType(BadRecording.class)
			.isThrownBy(() -> read("time,open,high,low,close\n1,10,10,10,10\n4,10,10,10,10\n")).withMessageContaining("closer than four seconds");
	}

	@Test
	void playsWhatABacktestReads() throws IOException {
		assertThat(read("1385337613;5;1\n1385337600;4;2\n").prints()).as("no header, semicolons, newest first")
			.extracting(it -> it.offset().toSeconds() + " " + it.price() + " " + it.size()).containsExactly("0 4 2", "13 5 1");
		assertThat(read("date,open,high,low,close,volume\n2026-01-05T00:00:00Z,1,1,1,1,4\n2026-01-05T00:00:30Z,1,1,1,1,4\n").length())
			.as("a rhythm that is no known timeframe").isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void saysThatAFileIsMissing() {
		assertThatExceptionOfType(BadRecording.class)
			.isThrownBy(() -> Recordings.ofFiles(Map.of("MSFT", Path.of("/nowhere/msft.csv"))))
			.withMessage("/nowhere/msft.csv: there is no such file");
	}

	@Test
	void holdsTheThreeRecordingsThatShipWithTheProduct() {
		List<Recording> recordings = Recordings.builtIn();
		assertThat(recordings).extracting(it -> it.symbol() + " " + it.prints().size() + " " + it.length().toMinutes())
			.containsExactly("BTC/USD 100000 9603", "ETH/USD 2320 2900", "AAPL 1008 3780");
		assertThat(recordings).allSatisfy(it -> assertThat(it.history()).isEqualTo(Duration.ofHours(12)));
	}

	@Test
	void walksTheSameWayForTheSameSeedAndSaysThatItIsSynthetic() {
		Recording one = Recordings.synthetic(Map.of("SIM1", 42L)).getFirst();
		assertThat(Recordings.synthetic(Map.of("SIM1", 42L)).getFirst()).isEqualTo(one);
		assertThat(Recordings.synthetic(Map.of("SIM1", 43L)).getFirst().prints()).isNotEqualTo(one.prints());
		assertThat(one.description()).isEqualTo("SIM1 (synthetic, seed 42)");
		assertThat(one.prints()).allSatisfy(it -> assertThat(it.price()).isPositive());
	}

	private Recording read(String text) throws IOException {
		return Recordings.ofFiles(Map.of("TEST", Files.writeString(folder.resolve("test.csv"), text))).getFirst();
	}
}
