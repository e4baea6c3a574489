package io.vigie.executor.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcknowledgementTests {

	private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
	private static final UUID ID = UUID.fromString("0198aaaa-0000-7000-8000-000000000001");
	private static final LiveSettings SETTINGS = new LiveSettings(Duration.ofDays(30), 100);

	@Test
	void sealsEverythingItSays() {
		Acknowledgement signed = Acknowledgement.signed(ID, "Ada", "trades 100", AT);
		assertThat(signed.isGenuine()).isTrue();

		assertThat(changed(signed, "Bob", signed.statement(), signed.paperRecord(), AT).isGenuine()).isFalse();
		assertThat(changed(signed, "Ada", "I agree", signed.paperRecord(), AT).isGenuine()).isFalse();
		assertThat(changed(signed, "Ada", signed.statement(), "trades 101", AT).isGenuine()).isFalse();
		assertThat(changed(signed, "Ada", signed.statement(), signed.paperRecord(), AT.plusMillis(1)).isGenuine()).isFalse();
	}

	@Test
	void wantsAPaperPeriodThatIsLongAndBusyEnough() {
		assertThat(record(99, AT, AT.plus(Duration.ofDays(31))).lacks(SETTINGS)).get().asString().contains("99 trades, 100 are needed");
		assertThat(record(100, AT, AT.plus(Duration.ofDays(29))).lacks(SETTINGS)).get().asString().contains("696 hours, 720 are needed");
		assertThat(record(100, AT, AT.plus(Duration.ofDays(30))).lacks(SETTINGS)).isEmpty();
		assertThat(record(100, null, null).lacks(SETTINGS)).isPresent();
	}

	@Test
	void writesTheRecordInOneWay() {
		assertThat(record(100, AT, AT).asText()).isEqualTo("trades 100, closed 40, won 21, realised 12.5 USD, fees 3 USD, from " + AT + " to " + AT);
	}

	private static Acknowledgement changed(Acknowledgement signed, String name, String statement, String record, Instant at) {
		return new Acknowledgement(signed.id(), name, statement, record, signed.seal(), at);
	}

	private static PaperRecord record(long trades, @Nullable Instant since, @Nullable Instant until) {
		return new PaperRecord(trades, 40, 21, new BigDecimal("12.50"), new BigDecimal("3.000"), since, until);
	}
}
