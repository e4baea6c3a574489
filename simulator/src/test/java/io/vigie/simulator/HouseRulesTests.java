package io.vigie.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HouseRulesTests {

	private final JavaClasses simulator = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.vigie.simulator");

	@Test
	void featuresFormNoCycle() {
		slices().matching("io.vigie.simulator.(*)..").should().beFreeOfCycles()
			.because("a cycle hides which feature knows which: move what both need to the one that owns it").check(simulator);
	}

	@Test
	void theVenueKnowsNoFrameworkNoClockNoThreads() {
		noClasses().that().resideInAPackage("io.vigie.simulator.exchange..").should().dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta..", "tools.jackson..", "java.io..", "java.nio.file..",
					"java.util.concurrent..", "org.slf4j..")
			.because("the same commands must give the same venue: hand in values and times").check(simulator);
	}

	@Test
	void nobodyAsksForTheTimeBehindTheClocksBack() {
		noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
			.because("time is market time, or an injected Clock").check(simulator);
	}

	@Test
	void moneyIsNeverBinary() {
		noFields().should().haveRawType(double.class).orShould().haveRawType(float.class).orShould().haveRawType(Double.class)
			.orShould().haveRawType(Float.class).because("0.1 has no exact double: use BigDecimal").check(simulator);
	}

	@Test
	void fieldsAreNotInjected() {
		fields().should().notBeAnnotatedWith(Autowired.class).because("constructors say what a class needs").check(simulator);
	}

	@Test
	void namesSayWhatAClassIs() {
		classes().should().haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|DTO)").because("such names say nothing").check(simulator);
	}

	@Test
	void nobodyPrintsOrThrowsGenerally() {
		NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(simulator);
		NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(simulator);
	}
}
