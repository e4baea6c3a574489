package io.vigie.health;

import io.vigie.common.testing.PlatformTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestPropertySource;

/** The health service with a real broker and database, stubs for everybody else, and a clock and rounds of the test's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@TestPropertySource(properties = { "vigie.health.system.watching=false", "VIGIE_ORCHESTRATOR_URL=", "VIGIE_SENTINEL_URL=",
		"VIGIE_EXECUTOR_URL=", "VIGIE_SIMULATOR_URL=", "VIGIE_HEALTH_URL=", "VIGIE_PROBE_TIMEOUT=PT2S", "VIGIE_HEAL_PATIENCE=PT4S",
		"VIGIE_CONTROL_TOKEN=secret-token", "VIGIE_MIN_DISK_MB=0", "VIGIE_PROBE_SLOW=PT20S" })
@Import({ HealthTest.Stubs.class, Rest.class })
public @interface HealthTest {

	@TestConfiguration
	class Stubs {

		public static final StubService ANALYST = new StubService();
		public static final StubService RISK = new StubService();
		public static final StubService LAUNCHER = new StubService();

		@Bean
		@Primary
		MutableClock testClock() {
			return new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
		}

		@Bean
		DynamicPropertyRegistrar stubs() {
			return registry -> {
				registry.add("VIGIE_ANALYST_URL", ANALYST::url);
				registry.add("VIGIE_RISK_URL", RISK::url);
				registry.add("VIGIE_CONTROL_URL", LAUNCHER::url);
			};
		}
	}
}
