package io.vigie.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.local.process.Launch;
import io.vigie.local.process.Part;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePartsTests {

	@TempDir
	private Path folder;

	private final Map<String, String> environment = new HashMap<>(Map.of("VIGIE_AOT", "off"));

	@Test
	void startsServicesAfterWhatTheyStandOnAndTheSimulatorAtOnce() {
		assertThat(part(Component.RISK)).returns("risk", Part::name).returns(8083, Part::port);
		assertThat(part(Component.RISK).after()).containsExactly("postgres", "kafka", "simulator");
		assertThat(part(Component.SIMULATOR).after()).isEmpty();
	}

	@Test
	void runsItsMainClassFromAFlatClassPath() {
		build(Component.RISK, "io.vigie.risk.RiskService");
		Launch launch = part(Component.RISK).launch().get();
		assertThat(launch.command()).startsWith("/jdk/bin/java").endsWith("io.vigie.risk.RiskService").contains("-Xmx256m", "-cp");
		assertThat(launch.command().get(launch.command().indexOf("-cp") + 1)).contains("risk-service-0.1.0-SNAPSHOT.jar");
		assertThat(launch.environment()).containsEntry("SERVER_PORT", "8083");
		assertThat(launch.directory()).isEqualTo(folder.resolve(".vigie"));
	}

	@Test
	void leavesTheSecondCompilerToTheAnalyst() {
		build(Component.RISK, "Risk");
		build(Component.ANALYST, "Analyst");
		build(Component.SENTINEL, "Sentinel");
		assertThat(part(Component.RISK).launch().get().command()).contains("-XX:TieredStopAtLevel=1");
		assertThat(part(Component.ANALYST).launch().get().command()).doesNotContain("-XX:TieredStopAtLevel=1");
		assertThat(part(Component.SENTINEL).launch().get().command()).contains("-XX:TieredStopAtLevel=1");
	}

	@Test
	void lastWordOnTheJvmIsTheUsers() {
		environment.put("VIGIE_RISK_JAVA_OPTIONS", "-Xmx1g  -Dx=y");
		build(Component.RISK, "Risk");
		assertThat(part(Component.RISK).launch().get().command()).containsSubsequence("-Xmx256m", "-Xmx1g", "-Dx=y", "-cp");
		build(Component.HEALTH, "Health");
		assertThat(part(Component.HEALTH).launch().get().command()).doesNotContain("-Xmx1g");
	}

	@Test
	void refusesWhatIsNotBuilt() {
		assertThatThrownBy(() -> part(Component.RISK).launch().get()).isInstanceOf(Refusal.class)
			.hasMessage("risk is not built: %s is missing.", jar(Component.RISK));
	}

	@Test
	void knowsWhereTheBuildLeavesIt() {
		assertThat(jar(Component.SIMULATOR)).isEqualTo(folder.resolve("simulator/target/simulator-0.1.0-SNAPSHOT.jar"));
	}

	private void build(Component component, String mainClass) {
		JarFixtures.service(jar(component), mainClass, Map.of("a-1.jar", "a"));
	}

	private Path jar(Component component) {
		return ServiceParts.jar(Layout.of(folder, new Settings(environment)), component);
	}

	private Part part(Component component) {
		Settings settings = new Settings(environment);
		return new ServiceParts(settings, Layout.of(folder, settings), "/jdk/bin/java", URI.create("http://localhost:1"), "token").part(component);
	}
}
