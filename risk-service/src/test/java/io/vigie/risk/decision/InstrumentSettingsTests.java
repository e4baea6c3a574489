package io.vigie.risk.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.bot.RiskLimits;
import io.vigie.engine.market.AssetClass;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentSettingsTests {

	private static final InstrumentSettings BITCOIN = instrument("BTC/USD", "0.001");
	private static final InstrumentSettings PAIRS = instrument("*/USD", "0.0001");
	private static final InstrumentSettings REST = instrument("*", "1");
	private static final RiskSettings SETTINGS = new RiskSettings(new BigDecimal("20"), new BigDecimal("1"),
			Duration.ofMinutes(15), Duration.ofSeconds(30), List.of(BITCOIN, PAIRS, REST));

	@Test
	void takesTheFirstPatternThatCoversTheSymbol() {
		assertThat(lotOf("BTC/USD")).isEqualTo("0.001");
		assertThat(lotOf("ETH/USD")).isEqualTo("0.0001");
		assertThat(lotOf("ETH/EUR")).isEqualTo("1");
		assertThat(lotOf("AAPL")).isEqualTo("1");
		assertThat(lotOf("/USD")).as("a currency alone is no pair").isEqualTo("1");
	}

	@Test
	void knowsNoTermsWhereNoPatternCovers() {
		RiskSettings onlyPairs = new RiskSettings(BigDecimal.TEN, BigDecimal.ONE, Duration.ZERO, Duration.ZERO, List.of(PAIRS));
		assertThat(onlyPairs.terms("AAPL")).isEmpty();
	}

	@Test
	void turnsPercentIntoFractions() {
		Terms terms = SETTINGS.terms("BTC/USD").orElseThrow();
		assertThat(terms.instrument().assetClass()).isEqualTo(AssetClass.CRYPTO);
		assertThat(terms.costs().feeRate()).isEqualByComparingTo("0.0025");
		assertThat(terms.costs().slippage()).isEqualByComparingTo("0.01");
		Limits limits = SETTINGS.limits(new RiskLimits(new BigDecimal("10"), new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("55")));
		assertThat(limits.entryFraction()).isEqualByComparingTo("0.2");
		assertThat(limits.maxPosition()).isEqualByComparingTo("0.1");
		assertThat(limits.stopLoss()).isEqualByComparingTo("0.02");
		assertThat(limits.takeProfit()).isEqualByComparingTo("0.04");
		assertThat(limits.minConfidence()).isEqualByComparingTo("0.55");
	}

	private static String lotOf(String symbol) {
		return SETTINGS.terms(symbol).orElseThrow().instrument().lotSize().toPlainString();
	}

	private static InstrumentSettings instrument(String symbol, String lot) {
		return new InstrumentSettings(symbol, new BigDecimal("0.01"), new BigDecimal(lot), BigDecimal.ONE, new BigDecimal("0.25"));
	}
}
