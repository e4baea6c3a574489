package io.vigie.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.NoStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that can't be used stops the start with a sentence that names its variable, before anything is connected to. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SettingsIT {

	@ParameterizedTest
	@CsvSource({ "VIGIE_TRADERS_FILE,file:/no/such/bots.yaml", "VIGIE_LOG_LEVEL,LOUD",
			"VIGIE_ANALYST_PORT,abc", "VIGIE_ANALYST_HISTORY_TIMEOUT,soon", "VIGIE_ANALYST_STALEST_BAR,-1s",
			"VIGIE_ANALYST_SIGNALS_KEPT,long" })
	void stopsTheStart(String variable, String value, CapturedOutput output) throws IOException {
		NoStart.of(AnalystService.class, variable, value);
		assertThat(output).contains(variable + " is '" + value + "'");
	}

	@Test
	void namesTheTraderWithAStrategyThatNobodyKnows(@TempDir Path folder, CapturedOutput output) throws IOException {
		Path file = Files.writeString(folder.resolve("bots.yaml"), """
				vigie:
				  bots:
				    - {name: lost, strategy: astrology, symbols: [BTC/USD], timeframe: 1m, capital: 1000}
				""");
		NoStart.of(AnalystService.class, "VIGIE_TRADERS_FILE", "file:" + file);
		assertThat(output).contains("VIGIE_TRADERS_FILE (vigie.bots (lost)) is 'astrology': Unknown strategy 'astrology', known are [");
	}
}
