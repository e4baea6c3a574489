package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.setting.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosSettingsTests {

	private static final Path ROOT = Path.of("/checkout");

	@Test
	void givesEveryRestlessBotASyntheticSymbolOfItsOwn() {
		String synthetic = settings(1, 60).text("VIGIE_SYNTHETIC", "");
		assertThat(synthetic).startsWith("CHAOS1/USD:101,CHAOS2:102,").endsWith("CHAOS8:108");
		for (String each : synthetic.split(",")) {
			assertThat(ChaosSettings.bots()).containsOnlyOnce("symbols: [%s]".formatted(each.replaceFirst(":.*", "")));
		}
	}

	@Test
	void makesAnotherMarketOfAnotherSeed() {
		assertThat(settings(2, 60).text("VIGIE_SYNTHETIC", "")).startsWith("CHAOS1/USD:201,");
		assertThat(settings(Long.MAX_VALUE, 60).text("VIGIE_SYNTHETIC", "").split(",")).allMatch(each -> each.matches(".*:\\d{1,18}"));
	}

	@Test
	void letsPricesAgeAsFastAsTheMarketPlays() {
		assertThat(settings(1, 60).text("VIGIE_RISK_STALE_PRICE", "")).isEqualTo("15m");
		assertThat(settings(1, 600).text("VIGIE_RISK_STALE_PRICE", "")).isEqualTo("150m");
		assertThat(settings(1, 1).text("VIGIE_RISK_STALE_PRICE", "")).isEqualTo("15m");
	}

	@Test
	void keepsItsDataApart() {
		assertThat(settings(1, 60).text("VIGIE_DATA_DIR", "")).isEqualTo(".vigie/chaos/platform");
		assertThat(settings(1, 60).text("VIGIE_TRADERS_FILE", "")).isEqualTo("file:/checkout/.vigie/chaos/platform/bots.yaml");
	}

	private static Settings settings(long seed, int speed) {
		return ChaosSettings.of(Map.of(), ROOT, new ChaosOptions(10, seed, speed, Path.of("out")));
	}
}
