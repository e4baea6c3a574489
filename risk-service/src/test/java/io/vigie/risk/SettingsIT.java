package io.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.testing.RealInfrastructure;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that can't be used stops the start with a sentence that names its variable. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsIT {

	@ParameterizedTest
	@CsvSource({"VIGIE_RISK_ENTRY,0", "VIGIE_RISK_ENTRY,all", "VIGIE_RISK_SLIPPAGE,-1", "VIGIE_RISK_STALE_PRICE,soon",
			"VIGIE_RISK_LATE_PROPOSAL,0s", "VIGIE_RISK_CRYPTO_FEE,11", "VIGIE_RISK_STOCK_FEE,free", "VIGIE_RISK_MIN_NOTIONAL,-5"})
	void stopsTheStart(String variable, String value, CapturedOutput output) {
		assertThatThrownBy(() -> new SpringApplicationBuilder(RiskService.class).initializers(new RealInfrastructure())
			.properties(variable + "=" + value, "VIGIE_RISK_PORT=0", "VIGIE_LOG_FORMAT=", "VIGIE_LOG_LEVEL=ERROR")
			.run());
		assertThat(output).contains(variable + " is '");
	}
}
