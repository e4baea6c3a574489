package io.vigie.risk.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.bot.ProtectionChoice;
import io.vigie.common.bot.RiskLimits;
import io.vigie.common.bot.SizingChoice;
import io.vigie.common.bot.SizingChoice.Policy;
import io.vigie.engine.market.AssetClass;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.SizingPolicy;
import io.vigie.engine.risk.SizingPolicy.FixedFraction;
import io.vigie.engine.risk.Terms;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InstrumentSettingsTests {

	private static final InstrumentSettings BITCOIN = instrument("BTC/USD", "0.001");
	private static final InstrumentSettings PAIRS = instrument("*/USD", "0.0001");
	private static final InstrumentSettings REST = instrument("*", "1");
	private static final RiskSettings SETTINGS = SettingsFixtures.usual(BITCOIN, PAIRS, REST);

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
		RiskSettings onlyPairs = SettingsFixtures.usual(PAIRS);
		assertThat(onlyPairs.terms("AAPL")).isEmpty();
	}

	@Test
	void turnsPercentIntoFractions() {
		Terms terms = SETTINGS.terms("BTC/USD").orElseThrow();
		assertThat(terms.instrument().assetClass()).isEqualTo(AssetClass.CRYPTO);
		assertThat(terms.costs().feeRate()).isEqualByComparingTo("0.0025");
		assertThat(terms.costs().slippage()).isEqualByComparingTo("0.01");
		Limits limits = SETTINGS.limits(new RiskLimits(new BigDecimal("10"), new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("55")));
		assertThat(limits.sizing()).isEqualTo(new FixedFraction(new BigDecimal("0.20")));
		assertThat(limits.priceCollar()).isEqualByComparingTo("0.02");
		assertThat(limits.orderRate()).isEqualTo(60);
		assertThat(limits.exposure().symbol()).isEqualByComparingTo("0.25");
		assertThat(limits.exposure().bot()).isEqualByComparingTo("1");
		assertThat(limits.exposure().assetClass()).isEqualByComparingTo("0.8");
		assertThat(limits.exposure().sector()).isEqualByComparingTo("0.4");
		assertThat(limits.exposure().global()).isEqualByComparingTo("1");
		assertThat(limits.exposure().leverage()).isEqualByComparingTo("10");
		assertThat(limits.maxPosition()).isEqualByComparingTo("0.1");
		assertThat(limits.stopLoss()).isEqualByComparingTo("0.02");
		assertThat(limits.takeProfit()).isEqualByComparingTo("0.04");
		assertThat(limits.minConfidence()).isEqualByComparingTo("0.55");
	}

	@Test
	void sizesAsTheBotIsTold() {
		FixedFraction tenth = new FixedFraction(new BigDecimal("0.10"));
		assertThat(sizing(Policy.FIXED)).isEqualTo(tenth);
		assertThat(sizing(Policy.VOLATILITY)).isEqualTo(new SizingPolicy.Volatility(new BigDecimal("0.01"), BigDecimal.TWO, tenth));
		assertThat(sizing(Policy.CONFIDENCE)).isEqualTo(new SizingPolicy.ConfidenceScaled(new BigDecimal("0.10")));
		assertThat(sizing(Policy.KELLY)).isEqualTo(new SizingPolicy.CappedKelly(new BigDecimal("0.50"), 30, tenth));
	}

	@Test
	void letsABotDifferInItsRate() {
		assertThat(SETTINGS.limits(risk(SizingChoice.USUAL, new ProtectionChoice(null, null, null, null, null, 0))).orderRate()).isZero();
	}

	@Test
	void knowsSectors() {
		assertThat(SETTINGS.sector("AAPL")).isEqualTo("technology");
		assertThat(SETTINGS.sector("AAP")).isNull();
		assertThat(SETTINGS.sector("BTC/USD")).isNull();
		assertThat(SETTINGS.assetClass("BTC/USD")).isEqualTo(AssetClass.CRYPTO);
		assertThat(SettingsFixtures.usual(PAIRS).assetClass("AAPL")).isNull();
	}

	private static SizingPolicy sizing(Policy policy) {
		return SETTINGS.limits(risk(new SizingChoice(policy, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("50"), 30),
				ProtectionChoice.USUAL)).sizing();
	}

	private static RiskLimits risk(SizingChoice sizing, ProtectionChoice protections) {
		return new RiskLimits(BigDecimal.TEN, BigDecimal.TWO, BigDecimal.TWO, BigDecimal.ZERO, sizing, protections);
	}

	private static String lotOf(String symbol) {
		return SETTINGS.terms(symbol).orElseThrow().instrument().lotSize().toPlainString();
	}

	private static InstrumentSettings instrument(String symbol, String lot) {
		return new InstrumentSettings(symbol, new BigDecimal("0.01"), new BigDecimal(lot), BigDecimal.ONE, new BigDecimal("0.25"));
	}
}
