package io.vigie.common.testing;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One broker and one database per test JVM: in containers where a Docker engine answers, as embedded processes otherwise.
 * {@code VIGIE_TEST_INFRASTRUCTURE=embedded} or {@code docker} decides by hand.
 */
public final class RealInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** For conditions that will hold; a test that waits this long has failed. Several modules may be tested side by side. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final class Once {

		static final Addresses ADDRESSES = Infrastructure.start();
	}

	/** @param databaseUrl without parameters */
	public record Addresses(String kafka, String databaseUrl) {
	}

	/** Starts both on first use. */
	public static Addresses addresses() {
		return Once.ADDRESSES;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Addresses addresses = addresses();
		Awaitility.setDefaultTimeout(PATIENCE);
		TestPropertyValues.of(Map.of("VIGIE_KAFKA", addresses.kafka, "VIGIE_DATABASE_URL", addresses.databaseUrl,
				"VIGIE_DATABASE_PASSWORD", "vigie", "spring.kafka.consumer.properties.metadata.max.age.ms", "1000",
				// Members of a group learn with their heartbeat that another one came or went.
				"spring.kafka.consumer.properties.heartbeat.interval.ms", "200"))
			.applyTo(context);
	}
}
