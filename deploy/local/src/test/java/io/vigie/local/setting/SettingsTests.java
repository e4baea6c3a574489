package io.vigie.local.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

	@ParameterizedTest
	@EnumSource(Component.class)
	void movesEachPartByItsOwnVariable(Component component) {
		Settings settings = new Settings(Map.of(component.portVariable(), "4711"));
		assertThat(settings.port(component)).isEqualTo(4711);
		assertThat(settings.url(component)).isEqualTo("http://localhost:4711");
		assertThat(new Settings(Map.of()).port(component)).isEqualTo(component.defaultPort());
	}

	@Test
	void givesEachPartAPortOfItsOwn() {
		assertThat(Arrays.stream(Component.values()).map(Component::defaultPort)).doesNotHaveDuplicates();
	}

	@Test
	void putsKafkasControllerNextToTheBrokerUnlessTold() {
		assertThat(new Settings(Map.of()).kafkaControllerPort()).isEqualTo(29093);
		assertThat(new Settings(Map.of("VIGIE_KAFKA_PORT", "5000")).kafkaControllerPort()).isEqualTo(5001);
		assertThat(new Settings(Map.of("VIGIE_KAFKA_CONTROLLER_PORT", "6000")).kafkaControllerPort()).isEqualTo(6000);
	}

	@ParameterizedTest
	@ValueSource(strings = {"0", "65536", "-1", "80.5", "http", "8080 8081", "0x50"})
	void refusesWhatIsNoPort(String value) {
		Settings settings = new Settings(Map.of("VIGIE_RISK_PORT", value));
		assertThatThrownBy(() -> settings.port(Component.RISK)).isInstanceOf(Refusal.class)
			.hasMessage("VIGIE_RISK_PORT is '%s', but must be a whole number from 1 to 65535.", value);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "  "})
	void takesAnEmptyValueForNone(String value) {
		Settings settings = new Settings(Map.of("VIGIE_RISK_PORT", value, "VIGIE_DATABASE_PASSWORD", value));
		assertThat(settings.port(Component.RISK)).isEqualTo(8083);
		assertThat(settings.databasePassword()).isEqualTo("vigie");
	}

	@Test
	void stripsWhatIsAround() {
		assertThat(new Settings(Map.of("VIGIE_DATA_DIR", " elsewhere ")).text("VIGIE_DATA_DIR", "")).isEqualTo("elsewhere");
	}

	@Test
	void knowsPartsByBothTheirNames() {
		assertThat(Component.named("sentinel")).hasValue(Component.SENTINEL);
		assertThat(Component.named("Sentinel-Service")).hasValue(Component.SENTINEL);
		assertThat(Component.named("postgres")).hasValue(Component.POSTGRES);
		assertThat(Component.named("service")).isEmpty();
		assertThat(Component.named("")).isEmpty();
	}

	@Test
	void tellsServicesFromWhatTheyStandOn() {
		assertThat(Arrays.stream(Component.values()).filter(Component::isService)).containsExactly(Component.SENTINEL, Component.ANALYST,
				Component.RISK, Component.EXECUTOR, Component.ORCHESTRATOR, Component.HEALTH);
		assertThat(Component.RISK.module()).isEqualTo("risk-service");
		assertThat(Component.SIMULATOR.module()).isEqualTo("simulator");
	}
}
