package io.vigie.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceEnvironmentTests {

	@Test
	void saysWhereEverythingIs() {
		assertThat(of(Component.RISK, Map.of("VIGIE_KAFKA_PORT", "5000", "VIGIE_POSTGRES_PORT", "5001", "VIGIE_HEALTH_PORT", "5002")))
			.containsEntry("VIGIE_KAFKA", "localhost:5000")
			.containsEntry("VIGIE_DATABASE_URL", "jdbc:postgresql://localhost:5001/vigie")
			.containsEntry("VIGIE_HEALTH_URL", "http://localhost:5002")
			.containsEntry("VIGIE_SENTINEL_URL", "http://localhost:8081")
			.containsEntry("VIGIE_HEALTH_PORT", "5002")
			.containsEntry("SERVER_PORT", "8083")
			.containsEntry("VIGIE_SIMULATOR_DATA", "/checkout/.vigie/simulator")
			.containsEntry("VIGIE_DATABASE_PASSWORD", "vigie")
			.doesNotContainKeys("VIGIE_KAFKA_URL", "VIGIE_POSTGRES_URL");
	}

	@Test
	void tradesWithTheSimulatorUnlessToldOtherwise() {
		assertThat(of(Component.EXECUTOR, Map.of("VIGIE_SIMULATOR_PORT", "5000"))).containsEntry("VIGIE_BROKER_URL", "http://localhost:5000");
		assertThat(of(Component.EXECUTOR, Map.of("VIGIE_BROKER_URL", "https://paper-api.alpaca.markets")))
			.containsEntry("VIGIE_BROKER_URL", "https://paper-api.alpaca.markets");
	}

	/** Whoever knows it can have any process killed. */
	@ParameterizedTest
	@EnumSource(Component.class)
	void tellsTheTokenToHealthAlone(Component component) {
		if (component == Component.HEALTH) {
			assertThat(of(component, Map.of())).containsEntry("VIGIE_CONTROL_TOKEN", "secret").containsEntry("VIGIE_CONTROL_URL", "http://localhost:1");
		}
		else {
			assertThat(of(component, Map.of())).doesNotContainKeys("VIGIE_CONTROL_TOKEN", "VIGIE_CONTROL_URL").doesNotContainValue("secret");
		}
	}

	private static Map<String, String> of(Component component, Map<String, String> user) {
		Settings settings = new Settings(user);
		return new ServiceEnvironment(settings, Layout.of(Path.of("/checkout"), settings), URI.create("http://localhost:1"), "secret").of(component);
	}
}
