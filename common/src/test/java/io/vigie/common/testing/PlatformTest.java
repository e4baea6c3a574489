package io.vigie.common.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The service under test on a random port, with a real broker and a real database behind it. A test's own properties go into
 * {@code @TestPropertySource}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.structured.format.console=", "VIGIE_LOG_LEVEL=WARN", "logging.level.kafka=OFF",
				"logging.level.state.change.logger=OFF", "logging.level.org.apache.kafka=ERROR" })
@ContextConfiguration(initializers = RealInfrastructure.class)
@Import(Wire.class)
public @interface PlatformTest {
}
