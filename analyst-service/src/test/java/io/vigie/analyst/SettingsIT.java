package io.vigie.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.NoStart;
import java.io.IOException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that can't be used stops the start with a sentence that names its variable, before anything is connected to. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SettingsIT {

	@ParameterizedTest
	@CsvSource({ "VIGIE_ANALYST_PORT,abc", "VIGIE_ANALYST_HISTORY_TIMEOUT,soon", "VIGIE_ANALYST_STALEST_BAR,-1s",
			"VIGIE_ANALYST_SIGNALS_KEPT,long" })
	void stopsTheStart(String variable, String value, CapturedOutput output) throws IOException {
		NoStart.of(AnalystService.class, variable, value);
		assertThat(output).contains(variable + " is '" + value + "'");
	}
}
