package io.vigie.local.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BesideTests {

	/** It trades for the sake of trading and is killed on purpose: it must never find the way to somebody's account. */
	@Test
	void forgetsWhatLeadsToTheUsersBrokerAndPlatform() {
		Settings settings = Beside.settings(Map.of("ALPACA_API_KEY_ID", "key", "ALPACA_API_SECRET_KEY", "secret", "VIGIE_BROKER_URL",
				"https://paper-api.alpaca.markets", "VIGIE_DATABASE_URL", "jdbc:postgresql://db/vigie", "VIGIE_KAFKA", "broker:9092",
				"VIGIE_TRADING_MODE", "live"), ".vigie/guest", Map.of());
		assertThat(settings.environment().keySet()).noneMatch(name -> name.startsWith("ALPACA_"))
			.doesNotContain("VIGIE_BROKER_URL", "VIGIE_DATABASE_URL", "VIGIE_KAFKA", "VIGIE_TRADING_MODE");
	}

	@Test
	void keepsHowThingsAreRun() {
		Settings settings = Beside.settings(Map.of("VIGIE_AOT", "off", "VIGIE_RISK_JAVA_OPTIONS", "-Xmx1g", "PATH", "/bin"), "data", Map.of());
		assertThat(settings.environment()).containsEntry("VIGIE_AOT", "off").containsEntry("VIGIE_RISK_JAVA_OPTIONS", "-Xmx1g")
			.containsEntry("PATH", "/bin");
	}

	@Test
	void givesEveryPartAPortOfItsOwn() {
		Settings settings = Beside.settings(Map.of("VIGIE_RISK_PORT", "8083"), "data", Map.of());
		assertThat(Arrays.stream(Component.values()).map(settings::port)).doesNotHaveDuplicates().doesNotContain(8083)
			.doesNotContain(settings.kafkaControllerPort());
	}

	@Test
	void tellsWhatItIsToldBesides() {
		Settings settings = Beside.settings(Map.of("VIGIE_REPLAY_SPEED", "1"), "data", Map.of("VIGIE_REPLAY_SPEED", "60"));
		assertThat(settings.environment()).containsEntry("VIGIE_REPLAY_SPEED", "60").containsEntry("VIGIE_DATA_DIR", "data");
	}
}
