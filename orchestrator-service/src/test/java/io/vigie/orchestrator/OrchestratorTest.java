package io.vigie.orchestrator;

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
import org.springframework.test.context.TestPropertySource;

/** The orchestrator with a real broker and database, on a clock and a beat of the test's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@TestPropertySource(properties = { "vigie.orchestrator.schedule.beating=false", "VIGIE_AGENT_LOGS_ROWS=1000" })
@Import(OrchestratorTest.Time.class)
public @interface OrchestratorTest {

	@TestConfiguration
	class Time {

		@Bean
		@Primary
		MutableClock testClock() {
			return new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
		}
	}
}
