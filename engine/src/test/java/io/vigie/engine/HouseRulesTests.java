package io.vigie.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The engine decides and counts money: what it says depends on nothing but what it is given. */
class HouseRulesTests {

	private static final String[] MONEY = {"io.vigie.engine.order..", "io.vigie.engine.ledger..",
			"io.vigie.engine.risk..",
			"io.vigie.engine.venue..", "io.vigie.engine.market.."};

	private final JavaClasses engine = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.vigie.engine");

	@Test
	void knowsNoFrameworkAndNoInputOrOutput() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta..", "java.io..", "java.nio..", "java.net..",
					"java.sql..",
					"javax.sql..", "tools.jackson..", "org.apache.kafka..", "java.util.logging..", "org.slf4j..")
			.because("the services are shells around the engine: hand values in and take values out")
			.check(engine);
	}

	@Test
	void hasNoClockOfItsOwn() {
		noClasses().should()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(System.class, "nanoTime")
			.orShould()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(ZonedDateTime.class, "now")
			.orShould()
			.dependOnClassesThat()
			.areAssignableTo(Clock.class)
			.because("time is market time and comes with the tick, so that a backtest and a live run agree")
			.check(engine);
	}

	@Test
	void drawsNoUnseededRandomNumbers() {
		noClasses().should()
			.callMethod(Math.class, "random")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
			.because("the same input must give the same trades: take a seed")
			.check(engine);
	}

	@Test
	void countsMoneyInDecimalsOnly() {
		DescribedPredicate<JavaClass> binary = DescribedPredicate.describe("a binary floating point number",
				it -> it.getBaseComponentType().getName().matches("double|float|java\\.lang\\.(Double|Float)"));
		fields().that()
			.areDeclaredInClassesThat()
			.resideInAnyPackage(MONEY)
			.should()
			.notHaveRawType(binary)
			.because("0.1 has no exact double: use BigDecimal")
			.allowEmptyShould(true)
			.check(engine);
		methods().that()
			.areDeclaredInClassesThat()
			.resideInAnyPackage(MONEY)
			.should()
			.notHaveRawReturnType(binary)
			.because("0.1 has no exact double: use BigDecimal")
			.allowEmptyShould(true)
			.check(engine);
		noClasses().that()
			.resideInAnyPackage(MONEY)
			.should()
			.callMethodWhere(DescribedPredicate.describe("it takes or gives a binary floating point number",
					call -> binary.test(call.getTarget().getRawReturnType())
							|| call.getTarget().getRawParameterTypes().stream().anyMatch(binary)))
			.because("0.1 has no exact double: use BigDecimal")
			.check(engine);
	}

	@Test
	void isFreeOfCycles() {
		slices().matching("io.vigie.engine.(*)..")
			.should()
			.beFreeOfCycles()
			.because("each idea is to be read by itself")
			.check(engine);
	}
}
