package io.vigie.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vigie.local.kafka.KafkaNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The house rules as far as they concern a program for the command line: it speaks to a screen, and knows no Spring. */
class LauncherRulesTests {

	/** What analysis costs is measured in the launcher's own process. */
	private static final String MEASURES_THE_ENGINE = "io\\.vigie\\.local\\.bench\\.(AnalysisBench|SymbolDesk).*";

	private final JavaClasses launcher = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.vigie.local");

	@Test
	void featuresFormNoCycle() {
		slices().matching("io.vigie.local.(*)..").should().beFreeOfCycles()
			.because("a feature that needs another that needs it is one feature").check(launcher);
	}

	@Test
	void nothingDependsOnTheCommands() {
		noClasses().that().resideOutsideOfPackages("io.vigie.local", "io.vigie.local.cli").should().dependOnClassesThat()
			.resideInAPackage("io.vigie.local.cli").because("commands use features, not the other way round").check(launcher);
	}

	@Test
	void readsMessagesAsTreesAndKnowsNoService() {
		noClasses().that().haveNameNotMatching(MEASURES_THE_ENGINE).should().dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.vigie.common..", "io.vigie.engine..", "io.vigie.executor..", "io.vigie.risk..")
			.because("it must start and show services of another version").check(launcher);
	}

	@Test
	void timeComesFromAClock() {
		noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
			.because("time comes from an injected Clock").check(launcher);
	}

	@Test
	void speaksThroughTheScreen() {
		noClasses().that().doNotBelongToAnyOf(Vigie.class, KafkaNode.class).should().accessField(System.class, "out").orShould()
			.accessField(System.class, "err").because("what is said goes through Screen").check(launcher);
	}

	@Test
	void namesSayWhatAThingIs() {
		noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO)").check(launcher);
	}

	@Test
	void commandsAreNobodyElsesBusiness() {
		classes().that().haveSimpleNameEndingWith("Command").and().areNotInterfaces().should().bePackagePrivate().check(launcher);
	}
}
