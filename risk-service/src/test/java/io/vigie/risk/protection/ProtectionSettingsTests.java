package io.vigie.risk.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.ProtectionChoice;
import io.vigie.common.bot.RiskLimits;
import io.vigie.common.bot.SizingChoice;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.ProtectionLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectionSettingsTests {

	private static final ProtectionSettings EVERYONES = new ProtectionSettings(5, 4, 24, number("20"), 48, 20, number("5"), number("2"), 240, 4, 60);

	@Test
	void appliesToEveryone() {
		assertThat(EVERYONES.of(bot(ProtectionChoice.USUAL)).limits())
			.isEqualTo(new ProtectionLimits(5, 4, 24, number("0.20"), 48, 20, number("0.05"), number("0.02"), 240, 4, 60));
		assertThat(EVERYONES.of(bot(ProtectionChoice.USUAL)).timeframe()).isEqualTo(Timeframe.M5);
	}

	@Test
	void letsABotDiffer() {
		ProtectionChoice off = new ProtectionChoice(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);
		assertThat(EVERYONES.of(bot(off)).looksAtSales()).isFalse();
		assertThat(EVERYONES.of(bot(off)).looksAtEquity()).isFalse();
		assertThat(EVERYONES.of(bot(off)).limits().cooldown()).isZero();
		assertThat(EVERYONES.of(bot(new ProtectionChoice(9, null, null, number("7"), null, null))).limits())
			.isEqualTo(new ProtectionLimits(9, 4, 24, number("0.20"), 48, 20, number("0.07"), number("0.02"), 240, 4, 60));
	}

	private static Bot bot(ProtectionChoice choice) {
		return new Bot("trend", "rules", "sma-cross", Map.of(), List.of("BTC/USD"), Timeframe.M5, BigDecimal.TEN,
				new RiskLimits(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, SizingChoice.USUAL, choice));
	}

	private static BigDecimal number(String value) {
		return new BigDecimal(value);
	}
}
