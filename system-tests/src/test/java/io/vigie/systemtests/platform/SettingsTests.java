package io.vigie.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A setting that the README doesn't name doesn't exist for its users; one that it only names is a lie. */
class SettingsTests {

	private static final Pattern VARIABLE = Pattern.compile("\\b(?:VIGIE|ALPACA_API)_[A-Z_]*[A-Z]\\b");
	private static final Path ROOT = Path.of("..");

	@Test
	void areAllInTheReadme() {
		Set<String> inReadme = variables(ROOT.resolve("README.md")).collect(Collectors.toSet());
		assertThat(inCode()).isSubsetOf(inReadme);
	}

	@Test
	void existWhereTheReadmeNamesThem() {
		Set<String> known = new TreeSet<>(inCode());
		Stream.of("docker-compose.yml", "vigie", ".env.example").map(ROOT::resolve).flatMap(SettingsTests::variables).forEach(known::add);
		Stream.of("POSTGRES", "KAFKA", "SIMULATOR", "SENTINEL", "ANALYST", "RISK", "EXECUTOR", "ORCHESTRATOR", "HEALTH")
			.forEach(part -> known.add("VIGIE_" + part + "_PORT"));
		assertThat(variables(ROOT.resolve("README.md"))).isSubsetOf(known);
	}

	private static Set<String> inCode() {
		return Stream.of("common", "simulator", "sentinel-service", "analyst-service", "risk-service", "executor-service", "orchestrator-service",
				"health-service", "deploy/local")
			.map(module -> ROOT.resolve(module).resolve("src/main"))
			.flatMap(SettingsTests::files)
			.filter(file -> file.toString().matches(".*\\.(ya?ml|java)"))
			.flatMap(SettingsTests::variables)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<Path> files(Path folder) {
		try {
			return Files.walk(folder).filter(Files::isRegularFile);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Stream<String> variables(Path file) {
		try {
			return VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group).toList().stream();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
