package io.vigie.risk;

import io.vigie.common.testing.PlatformTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Risk with its broker and database, and neighbours to talk to; all tests share one of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@TestPropertySource(properties = "VIGIE_TRADERS_FILE=classpath:risk-bots.yaml")
@Import(Neighbours.class)
public @interface RiskTest {
}
