package io.vigie.health.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.KafkaAdmin;

/** What everything stands on: broker, database, disk. */
class GroundProbeTests {

	@Test
	void saysThatNoBrokerAnswers() throws Exception {
		try (var probe = new KafkaProbe(new KafkaAdmin(Map.of("bootstrap.servers", "localhost:" + unusedPort())), settings(0), Clock.systemUTC())) {
			Reading reading = probe.look();
			assertThat(reading.state()).isEqualTo(State.DOWN);
			assertThat(reading.why()).isEqualTo("no broker answered within 500 ms");
			assertThat(probe.lags().known()).isFalse();
		}
	}

	@Test
	void saysThatTheDatabaseAnswersNoQueries() throws Exception {
		var nowhere = new DriverManagerDataSource("jdbc:postgresql://localhost:" + unusedPort() + "/vigie", "health", "secret");
		Reading reading = new DatabaseProbe(nowhere, settings(0), new SimpleMeterRegistry(), Clock.systemUTC()).look();
		assertThat(reading.state()).isEqualTo(State.DOWN);
		assertThat(reading.why()).isEqualTo("does not answer queries (08001)");
		assertThat(reading.evidence()).doesNotContain("secret");
	}

	@Test
	void warnsBeforeTheDiskIsFull() {
		File folder = new File("").getAbsoluteFile();
		assertThat(new DiskProbe(folder, settings(0), Clock.systemUTC()).look().state()).isEqualTo(State.UP);
		Reading full = new DiskProbe(folder, settings(Long.MAX_VALUE), Clock.systemUTC()).look();
		assertThat(full.state()).isEqualTo(State.DEGRADED);
		assertThat(full.why()).startsWith("only ").contains("MB are free, less than");
		assertThat(full.facts()).containsKey("free_megabytes");
	}

	private static ProbeSettings settings(long diskMegabytes) {
		return new ProbeSettings(Map.of(), Duration.ofMillis(500), Duration.ofSeconds(5), 100, BigDecimal.ONE, diskMegabytes);
	}

	private static int unusedPort() throws Exception {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}
}
