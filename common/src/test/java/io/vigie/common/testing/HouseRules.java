package io.vigie.common.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/** What every service keeps to; each rule says what to do instead. */
public final class HouseRules {

	private HouseRules() {
	}

	/** @throws AssertionError that lists every place where a rule is broken */
	public static void verify(String basePackage) {
		verify(basePackage, new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(basePackage));
	}

	static void verify(String basePackage, JavaClasses classes) {
		rules(basePackage).forEach(rule -> rule.check(classes));
	}

	static List<ArchRule> rules(String base) {
		return List.of(
				slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true)
					.because("a feature that needs another that needs it is one feature: merge them or pass a value"),
				classes().that().areAnnotatedWith("jakarta.persistence.Entity").should().bePackagePrivate().allowEmptyShould(true)
					.because("an entity guards its own transitions; hand a record to others"),
				noClasses().that().resideOutsideOfPackage("io.vigie.common.kafka..").should().dependOnClassesThat()
					.areAssignableTo(KafkaTemplate.class)
					.because("messages go through Outbox (money) or Publisher (all else)"),
				classes().that(new DescribedListener()).should().bePackagePrivate().andShould().haveSimpleNameEndingWith("Listener")
					.allowEmptyShould(true).because("a listener only hands a batch to its desk"),
				noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
					.orShould().callMethod(java.time.LocalDate.class, "now").because("time comes from an injected Clock"),
				noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO)").because("a name says what a thing is"),
				classes().that().areInterfaces().and().areNotAnnotations().should(haveSeveralImplementations())
					.allowEmptyShould(true).because("an interface with one implementation is that implementation"),
				classes().that().areAnnotatedWith(ConfigurationProperties.class).should().beRecords().andShould().bePackagePrivate()
					.andShould().beAnnotatedWith("org.springframework.validation.annotation.Validated").allowEmptyShould(true)
					.because("settings live beside their user and are checked at start"),
				fields().should().notBeAnnotatedWith(Autowired.class).because("what a type needs, its constructor takes"),
				noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err")
					.because("a service speaks through its log"),
				noClasses().that(resideInAPackage(base + "..")).should().dependOnClassesThat(new DescribedStranger(base))
					.because("a service never depends on another service: they exchange messages"));
	}

	private static ArchCondition<JavaClass> haveSeveralImplementations() {
		return new ArchCondition<>("have more than one implementation") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean exempt = type.isAssignableTo("org.springframework.data.repository.Repository")
						|| type.isAnnotatedWith(FunctionalInterface.class) || type.reflect().isSealed()
						|| type.getPackageName().endsWith("package-info") || type.getSimpleName().equals("package-info");
				long implementations = type.getAllSubclasses().stream().filter(it -> !it.isInterface()).count();
				if (!exempt && implementations == 1) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " has one implementation"));
				}
			}
		};
	}

	private static final class DescribedListener extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {

		DescribedListener() {
			super("listen to Kafka");
		}

		@Override
		public boolean test(JavaClass type) {
			return type.getMethods().stream().anyMatch((JavaMethod it) -> it.isAnnotatedWith(KafkaListener.class));
		}
	}

	private static final class DescribedStranger extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {

		private static final List<String> SERVICES = List.of("sentinel", "analyst", "risk", "executor", "orchestrator",
				"health", "simulator");

		private final String base;

		DescribedStranger(String base) {
			super("belong to another service");
			this.base = base;
		}

		@Override
		public boolean test(JavaClass type) {
			return SERVICES.stream()
				.map(it -> "io.vigie." + it)
				.anyMatch(it -> !it.equals(base) && (type.getPackageName() + ".").startsWith(it + "."));
		}
	}
}
