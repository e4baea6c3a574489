package io.vigie.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.validation.annotation.Validated;

class SettingFailureAnalyzerTests {

	@Test
	void namesVariableOfUnreadableValue() {
		assertThat(sentence("vigie.x.limit=${VIGIE_X_LIMIT:abc}", "vigie.x.url=http://x"))
			.startsWith("VIGIE_X_LIMIT is 'abc', which is not a valid int");
	}

	@Test
	void namesVariableOfValueOutOfRange() {
		assertThat(sentence("vigie.x.limit=${VIGIE_X_LIMIT:99}", "vigie.x.url=http://x"))
			.isEqualTo("VIGIE_X_LIMIT is '99': it must be less than or equal to 10");
	}

	@Test
	void namesVariableOfMissingValue() {
		assertThat(sentence("vigie.x.limit=1")).isEqualTo("VIGIE_X_URL (vigie.x.url) is missing: it must not be null");
	}

	/** Nobody sets each value of a trader by a variable of its own. */
	@Test
	void namesTheFileOfTradersWithTheProperty() {
		assertThat(Variables.of("vigie.bots[2].capital", new MockEnvironment())).isEqualTo("VIGIE_TRADERS_FILE (vigie.bots[2].capital)");
	}

	@Test
	void saysWhatIsWrongWhereThereIsNoEnvironmentYet() {
		var wrong = new WrongSetting(new MockEnvironment().withProperty("vigie.x.limit", "${VIGIE_X_LIMIT:99}"), "vigie.x.limit", "small");
		assertThat(new SettingFailureAnalyzer(null).analyze(wrong).getDescription()).isEqualTo("VIGIE_X_LIMIT is '99': it must be small");
	}

	private static String sentence(String... properties) {
		MockEnvironment environment = new MockEnvironment();
		for (String property : properties) {
			environment.setProperty(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		new ApplicationContextRunner().withUserConfiguration(Configuration.class).withPropertyValues(properties).run(context -> {
			assertThat(context).hasFailed();
			analysis[0] = new SettingFailureAnalyzer(environment).analyze(context.getStartupFailure());
		});
		return analysis[0].getDescription();
	}

	@EnableConfigurationProperties(Settings.class)
	static class Configuration {
	}

	@Validated
	@ConfigurationProperties("vigie.x")
	record Settings(@Max(10) int limit, @NotNull @Nullable URI url) {
	}
}
