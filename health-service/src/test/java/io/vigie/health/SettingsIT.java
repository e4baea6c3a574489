package io.vigie.health;

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
	@CsvSource({ "VIGIE_TRADERS_FILE,file:/no/such/bots.yaml", "VIGIE_LOG_LEVEL,LOUD",
			"VIGIE_HEALTH_PORT,abc", "VIGIE_PROBE_TIMEOUT,soon", "VIGIE_MAX_LAG,-1", "VIGIE_PROBE_STRIKES,0",
			"VIGIE_HEAL_MOST,none" })
	void stopsTheStart(String variable, String value, CapturedOutput output) throws IOException {
		NoStart.of(HealthService.class, variable, value);
		assertThat(output).contains(variable + " is '" + value + "'");
	}
}
