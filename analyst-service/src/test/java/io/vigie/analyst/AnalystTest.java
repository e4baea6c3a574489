package io.vigie.analyst;

import io.vigie.common.testing.PlatformTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The service with a broker, a database, and a {@link StubSentinel} to inject; gone when the class is through. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PlatformTest
@DirtiesContext
@Import(AnalystTest.Beside.class)
public @interface AnalystTest {

	/** No configuration by annotation: instances that tests start themselves would find it and take it for theirs. */
	final class Beside {

		@Bean
		static StubSentinel stubSentinel() {
			return new StubSentinel();
		}

		@Bean
		static DynamicPropertyRegistrar sentinelUrl(StubSentinel sentinel) {
			return registry -> registry.add("vigie.analyst.sentinel-url", sentinel::url);
		}
	}
}
