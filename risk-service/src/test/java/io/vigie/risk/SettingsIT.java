package io.vigie.risk;

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
			"VIGIE_RISK_PORT,abc", "VIGIE_DATABASE_URL,localhost", "VIGIE_KAFKA,localhost", "VIGIE_DATABASE_POOL,0",
			"VIGIE_BIND,every where", "VIGIE_KAFKA_REPLICAS,none", "VIGIE_RISK_ENTRY,0", "VIGIE_RISK_ENTRY,all",
			"VIGIE_RISK_SLIPPAGE,-1", "VIGIE_RISK_STALE_PRICE,soon", "VIGIE_RISK_LATE_PROPOSAL,0s",
			"VIGIE_RISK_CRYPTO_FEE,11", "VIGIE_RISK_STOCK_FEE,free", "VIGIE_RISK_MIN_NOTIONAL,-5",
			"VIGIE_RISK_PRICE_COLLAR,-1", "VIGIE_RISK_ORDER_RATE,-1", "VIGIE_RISK_EXPOSURE_SYMBOL,0",
			"VIGIE_RISK_LEVERAGE,10.5", "VIGIE_RISK_COOLDOWN,-1", "VIGIE_RISK_STOP_OUT_BARS,0", "VIGIE_RISK_DRAWDOWN,101",
			"VIGIE_RISK_DAILY_LOSS,much", "VIGIE_RISK_SYMBOL_LOCK,0", "VIGIE_RISK_BREAKER_FAILURES,0",
			"VIGIE_RISK_BREAKER_PROOF,0s" })
	void stopsTheStart(String variable, String value, CapturedOutput output) throws IOException {
		NoStart.of(RiskService.class, variable, value);
		assertThat(output).contains(variable + " is '" + value + "'");
	}
}
