package io.vigie.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.simulator.recording.Recording;
import io.vigie.simulator.setting.VariablesFixtures;
import io.vigie.simulator.setting.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketSettingsTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T13:14:15Z"), ZoneOffset.UTC);

	@TempDir
	private Path folder;

	@Test
	void startsBriskAtTodaysMidnight() {
		MarketSettings settings = settings();
		assertThat(settings.speed()).isEqualByComparingTo("60");
		assertThat(settings.start()).isEqualTo("2026-11-20T00:00:00Z");
		assertThat(settings.recordings()).extracting(Recording::symbol).containsExactly("BTC/USD", "ETH/USD", "AAPL");
		assertThat(settings.rules().cryptoBrackets()).isTrue();
	}

	@Test
	void addsFilesAndSyntheticSymbols() throws IOException {
		Path file = Files.writeString(folder.resolve("msft.csv"), "date,open,high,low,close,volume\n2026-01-05,1,2,1,2,3\n2026-01-06,2,2,1,1,3\n");
		MarketSettings settings = settings("VIGIE_REPLAY_BUILT_IN=false", "VIGIE_REPLAY_FILES=MSFT=" + file, "VIGIE_SYNTHETIC=SIM1:42,SOL/USD:7");
		assertThat(settings.recordings()).extracting(Recording::symbol).containsExactly("MSFT", "SIM1", "SOL/USD");
	}

	@Test
	void makesAsManySyntheticSymbolsAsAsked() {
		assertThat(settings("VIGIE_REPLAY_BUILT_IN=false", "VIGIE_SYNTHETIC=3").recordings()).extracting(Recording::symbol)
			.containsExactly("SIM1", "SIM2", "SIM3");
	}

	@Test
	void noticesOtherRecordingsByTheirPrint() {
		MarketSettings one = settings("VIGIE_REPLAY_BUILT_IN=false", "VIGIE_SYNTHETIC=SIM1:1");
		MarketSettings two = settings("VIGIE_REPLAY_BUILT_IN=false", "VIGIE_SYNTHETIC=SIM1:2");
		assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "VIGIE_REPLAY_SPEED|fast|VIGIE_REPLAY_SPEED must be a number not below 0.001, but is 'fast'.",
			"VIGIE_REPLAY_SPEED|0|VIGIE_REPLAY_SPEED must be a number not below 0.001, but is '0'.",
			"VIGIE_REPLAY_START|today|VIGIE_REPLAY_START must be an instant such as 2026-01-05T00:00:00Z, but is 'today'.",
			"VIGIE_REPLAY_START|2026-01-05T00:00:01Z|VIGIE_REPLAY_START must be on a whole minute, but is '2026-01-05T00:00:01Z'.",
			"VIGIE_REPLAY_FILES|msft.csv|VIGIE_REPLAY_FILES must be SYMBOL=path pairs between commas, such as MSFT=msft.csv, but is 'msft.csv'.",
			"VIGIE_REPLAY_FILES|msft=a.csv|VIGIE_REPLAY_FILES must be symbols such as MSFT or SOL/USD, but is 'msft'.",
			"VIGIE_SYNTHETIC|SIM1:x|VIGIE_SYNTHETIC must be SYMBOL:seed with a whole number as seed, but is 'SIM1:x'.",
			"VIGIE_SYNTHETIC|AAPL:1|VIGIE_REPLAY_FILES must be free of symbols that are replayed already, but is 'AAPL'.",
			"VIGIE_CRYPTO_BRACKETS|yes|VIGIE_CRYPTO_BRACKETS must be true or false, but is 'yes'.",
			"VIGIE_SLIPPAGE_BPS|-1|VIGIE_SLIPPAGE_BPS must be a number not below 0, but is '-1'." })
	void namesAWrongVariable(String variable, String value, String message) {
		assertThatExceptionOfType(WrongSetting.class).isThrownBy(() -> settings(variable + "=" + value)).withMessage(message);
	}

	private static MarketSettings settings(String... assignments) {
		return MarketSettings.of(VariablesFixtures.of(assignments), CLOCK);
	}
}
