package io.vigie.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.setting.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchSettingsTests {

	@Test
	void asksForListingsAgainBeforeTheFirstWarmUpIsOver() {
		Settings settings = BenchSettings.of(Map.of("VIGIE_LISTINGS_EVERY", "5m"), Path.of("."));

		assertThat(settings.text("VIGIE_LISTINGS_EVERY", "5m")).isEqualTo("5s");
	}
}
