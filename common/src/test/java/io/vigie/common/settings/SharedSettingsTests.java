package io.vigie.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SharedSettingsTests {

	private final MockEnvironment environment = new MockEnvironment();

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "server.port|0", "server.port|65535", "server.port|''", "server.address|127.0.0.1", "server.address|::1",
			"vigie.kafka|localhost:29092", "vigie.kafka|a:1, b.c:29092", "vigie.kafka-replicas|3", "spring.datasource.url|jdbc:postgresql://h:1/vigie",
			"spring.datasource.hikari.maximum-pool-size|10", "logging.level.root|warn", "logging.structured.format.console|''",
			"logging.structured.format.console|ecs", "anything.else|abc" })
	void takesWhatFits(String property, String value) {
		environment.setProperty(property, value);
		assertThatCode(() -> SharedSettings.check(environment)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "server.port|abc", "server.port|65536", "server.port|-1", "server.port|80.5", "server.address|every where",
			"vigie.kafka|localhost", "vigie.kafka|''", "vigie.kafka|http://localhost:9092", "vigie.kafka|a:1,", "vigie.kafka-replicas|0",
			"vigie.kafka-replicas|many", "spring.datasource.url|localhost:5432", "spring.datasource.hikari.maximum-pool-size|1",
			"spring.datasource.hikari.maximum-pool-size|9999999999", "logging.level.root|LOUD", "logging.structured.format.console|xml" })
	void refusesWhatDoesNot(String property, String value) {
		environment.setProperty(property, value);
		assertThatThrownBy(() -> SharedSettings.check(environment)).isInstanceOf(WrongSetting.class)
			.hasMessageContaining("(" + property + ") is '" + value + "'");
	}

	@Test
	void saysWhatTheVariableIsAndWhatItMustBe() {
		environment.setProperty("VIGIE_DATABASE_URL", "localhost");
		environment.setProperty("spring.datasource.url", "${VIGIE_DATABASE_URL}?currentSchema=risk");
		assertThatThrownBy(() -> SharedSettings.check(environment)).satisfies(
				it -> assertThat(new SettingFailureAnalyzer(environment).analyze(it).getDescription()).isEqualTo("VIGIE_DATABASE_URL is 'localhost': "
						+ "it must be the address of a PostgreSQL database, such as jdbc:postgresql://localhost:25432/vigie"));
	}
}
