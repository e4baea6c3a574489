package io.vigie.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that makes no sense stops the start with a sentence that names it. */
@ExtendWith(OutputCaptureExtension.class)
class StartIT {

	@ParameterizedTest
	@CsvSource({ "VIGIE_TIMEFRAMES,7m", "VIGIE_SYMBOLS,btc-usd", "VIGIE_HISTORY,soon", "VIGIE_LINK_STALE_AFTER,0s",
			"VIGIE_BROKER_ACCOUNT,No Name",
			"VIGIE_QUOTES,perhaps", "VIGIE_STOCK_FEED,../x" })
	void namesTheVariableThatIsWrong(String variable, String value, CapturedOutput output) {
		try (FakeAlpaca venue = new FakeAlpaca()) {
			Throwable failure = catchThrowable(() -> SentinelRun.of(venue, "START/USD", variable, value).close());

			assertThat(failure).isNotNull();
			assertThat(output).contains(variable + " is '").doesNotContain("test-secret");
		}
	}
}
