package io.vigie.common.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTests {

	private static final String PLANTED = "io.vigie.common.testing.planted";
	private static final JavaClasses FAULTS = new ClassFileImporter().importPackages(PLANTED);

	static java.util.List<ArchRule> rules() {
		return HouseRules.rules(PLANTED);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void bitesOnPlantedFault(ArchRule rule) {
		assertThat(rule.evaluate(FAULTS).hasViolation()).as(rule.getDescription()).isTrue();
	}

	@Test
	void holdsForCommonItself() {
		assertThatCode(() -> HouseRules.verify("io.vigie.common")).doesNotThrowAnyException();
	}

	@Test
	void keepsContractsFreeOfPlumbing() {
		classes().that().resideInAPackage("io.vigie.common.message")
			.should().onlyDependOnClassesThat(resideInAnyPackage("java..", "io.vigie.common.message", "io.vigie.engine..",
					"com.fasterxml.jackson.annotation", "org.jspecify.annotations"))
			.because("a contract can be read without knowing the plumbing")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.vigie.common.message"));
	}

	@Test
	void keepsFloatingPointOutOfContracts() {
		noFields().that().areDeclaredInClassesThat().resideInAPackage("io.vigie.common.message")
			.should().haveRawType(double.class).orShould().haveRawType(float.class).orShould().haveRawType(Double.class)
			.because("money, prices and quantities are BigDecimal")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.vigie.common.message"));
	}
}
