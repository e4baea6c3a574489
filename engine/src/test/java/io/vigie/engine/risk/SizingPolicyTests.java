package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.FIFTH;
import static io.vigie.engine.risk.RiskFixtures.goodIdea;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.risk.SizingPolicy.CappedKelly;
import io.vigie.engine.risk.SizingPolicy.ConfidenceScaled;
import io.vigie.engine.risk.SizingPolicy.FixedFraction;
import io.vigie.engine.risk.SizingPolicy.Volatility;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizingPolicyTests {

	private static final Volatility ONE_PERCENT = new Volatility(number("0.01"), number("2"), FIFTH);
	private static final CappedKelly HALF_KELLY = new CappedKelly(number("0.5"), 4, FIFTH);

	@Test
	void takesAFixedFraction() {
		assertThat(sizing(FIFTH, goodIdea())).satisfies(it -> {
			assertThat(it.limit()).isEqualByComparingTo("5000");
			assertThat(it.seen()).isEqualByComparingTo("4999.95");
			assertThat(it.reason()).isEqualTo("Fixed fraction: 20 % of 25000.00.");
		});
	}

	/** 250 of 25,000 may be lost over 2 x 45: that is 2.7777 bitcoins, and losing 90 on each of them loses 250. */
	@Test
	void risksTheSamePartHoweverWildTheMarket() {
		Ruling.Approved approved = approved(ONE_PERCENT, goodIdea().atr("45"));
		assertThat(approved.quantity()).isEqualByComparingTo("2.7777");
		assertThat(approved.stopLoss()).isEqualByComparingTo("810");
		assertThat(number("900").subtract(approved.stopLoss()).multiply(approved.quantity())).isBetween(number("249.9"), number("250"));
		assertThat(sizing(ONE_PERCENT, goodIdea().atr("45")).reason())
			.isEqualTo("Volatility: a stop 2 ATR of 45 away may lose 1 % of 25000.00.");
	}

	@Test
	void buysLessTheWilderTheMarketAndNeverMoreThanThePositionLimit() {
		assertThat(approved(ONE_PERCENT, goodIdea().atr("90")).quantity()).isEqualByComparingTo("1.3888");
		assertThat(approved(ONE_PERCENT, goodIdea().atr("1")).quantity()).isEqualByComparingTo("5.5555");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = {"none,No ATR came with the proposal", "0,No ATR came with the proposal", "-1,No ATR came",
			"450,The ATR 450 puts the stop below zero"})
	void fallsBackToTheFixedFractionAndSaysSo(@Nullable String atr, String words) {
		Ruling.Approved approved = approved(ONE_PERCENT, goodIdea().atr(atr));
		assertThat(approved.quantity()).isEqualByComparingTo("5.5555");
		assertThat(approved.stopLoss()).isEqualByComparingTo("882");
		assertThat(sizing(ONE_PERCENT, goodIdea().atr(atr)).reason()).startsWith(words).endsWith("so fixed fraction: 20 % of 25000.00.");
	}

	@Test
	void scalesByConfidence() {
		ConfidenceScaled scaled = new ConfidenceScaled(number("0.2"));
		assertThat(approved(scaled, goodIdea().confidence("1")).quantity()).isEqualByComparingTo("5.5555");
		assertThat(approved(scaled, goodIdea().confidence("0.5")).quantity()).isEqualByComparingTo("2.7777");
		assertThat(approved(scaled, goodIdea().confidence("7")).quantity()).as("nobody is surer than sure").isEqualByComparingTo("5.5555");
		assertThat(sizing(scaled, goodIdea().confidence("0.5")).reason()).isEqualTo("Scaled by confidence: 0.5 of 20 % of 25000.00.");
		assertThat(approved(scaled, goodIdea().confidence("0.5")).stopLoss()).isEqualByComparingTo("882");
	}

	@Test
	void refusesByNameWhereConfidenceLeavesNothing() {
		assertThat(goodIdea().confidence("-1").limitedBy(limits(new ConfidenceScaled(number("0.2")))).judged())
			.isInstanceOfSatisfying(Ruling.Refused.class, it -> assertThat(it.by()).containsExactly("confidence", "sizing", "min-notional"));
	}

	/** Won 3 of 5 at 2 %, lost 2 at 1 %: edge 0.6 - 0.4 / 2 = 0.4, half of it is 0.2. */
	@Test
	void takesAPartOfKelly() {
		TradeRecord past = TradeRecord.of(numbers("0.01", "0.02", "0.03", "-0.01", "-0.01"));
		CappedKelly quarter = new CappedKelly(number("0.25"), 5, FIFTH);
		assertThat(approved(quarter, goodIdea().after(0, past)).quantity()).isEqualByComparingTo("2.7777");
		assertThat(sizing(quarter, goodIdea().after(0, past)).reason())
			.isEqualTo("Kelly finds 40 % in 5 trades and takes 10 % of 25000.00.");
	}

	@Test
	void neverTakesMoreOfKellyThanTheCap() {
		assertThat(approved(HALF_KELLY, goodIdea().after(0, TradeRecord.of(numbers("0.5", "0.5", "0.5", "0.5")))).quantity())
			.isEqualByComparingTo("5.5555");
	}

	@Test
	void takesTheFixedFractionWhileThereAreTooFewTrades() {
		TradeRecord few = TradeRecord.of(numbers("-0.1", "-0.1", "-0.1"));
		assertThat(approved(HALF_KELLY, goodIdea().after(0, few)).quantity()).isEqualByComparingTo("5.5555");
		assertThat(sizing(HALF_KELLY, goodIdea().after(0, few)).reason())
			.isEqualTo("Only 3 of 4 trades that Kelly needs, so fixed fraction: 20 % of 25000.00.");
	}

	@Test
	void buysNothingWhereThePastShowsNoEdge() {
		TradeRecord losing = TradeRecord.of(numbers("0.01", "0.01", "-0.02", "-0.02"));
		assertThat(goodIdea().after(0, losing).limitedBy(limits(HALF_KELLY)).judged()).isInstanceOfSatisfying(Ruling.Refused.class, it -> {
			assertThat(it.by()).containsExactly("sizing", "min-notional");
			assertThat(it.reason()).startsWith("sizing: Kelly finds -50 % in 4 trades and takes 0 % of 25000.00.");
		});
		assertThat(goodIdea().after(0, TradeRecord.of(Collections.nCopies(4, number("-0.02")))).limitedBy(limits(HALF_KELLY)).judged())
			.isInstanceOf(Ruling.Refused.class);
	}

	@Test
	void recordsWhatWasWonAndLost() {
		TradeRecord past = TradeRecord.of(numbers("0.01", "0.03", "-0.04", "0", "-0.02"));
		assertThat(past.trades()).isEqualTo(5);
		assertThat(past.won()).isEqualTo(2);
		assertThat(past.lost()).as("even is lost: it cost time").isEqualTo(3);
		assertThat(past.averageWin()).isEqualByComparingTo("0.02");
		assertThat(past.averageLoss()).isEqualByComparingTo("0.02");
		assertThat(TradeRecord.of(List.of())).isEqualTo(TradeRecord.NONE);
	}

	@Test
	void findsEverythingWhereNothingWasLostAndNothingWhereNothingWasWon() {
		assertThat(TradeRecord.of(numbers("0.01")).kelly()).isEqualByComparingTo("1");
		assertThat(TradeRecord.of(numbers("0.01", "0")).kelly()).isEqualByComparingTo("1");
		assertThat(TradeRecord.of(numbers("-0.01")).kelly()).isEqualByComparingTo("-1");
		assertThat(TradeRecord.NONE.kelly()).isEqualByComparingTo("-1");
	}

	@ParameterizedTest
	@ValueSource(strings = {"0", "-1"})
	void rejectsSenselessSizes(String senseless) {
		BigDecimal value = number(senseless);
		assertThatThrownBy(() -> new FixedFraction(value)).hasMessageContaining("above zero");
		assertThatThrownBy(() -> new ConfidenceScaled(value)).hasMessageContaining("above zero");
		assertThatThrownBy(() -> new Volatility(value, BigDecimal.ONE, FIFTH)).hasMessageContaining("above zero");
		assertThatThrownBy(() -> new Volatility(BigDecimal.ONE, value, FIFTH)).hasMessageContaining("above zero");
		assertThatThrownBy(() -> new CappedKelly(value, 1, FIFTH)).hasMessageContaining("above zero");
		assertThatThrownBy(() -> new CappedKelly(BigDecimal.ONE, value.intValue(), FIFTH)).hasMessageContaining("at least one trade");
	}

	@Test
	void rejectsSenselessExposureLimits() {
		assertThatThrownBy(() -> leverage("10.01")).hasMessageContaining("must not be above 10");
		assertThatThrownBy(() -> leverage("0")).hasMessageContaining("above zero");
		assertThat(leverage("10").leverage()).isEqualByComparingTo("10");
	}

	private static ExposureLimits leverage(String times) {
		return new ExposureLimits(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, number(times));
	}

	private static List<BigDecimal> numbers(String... values) {
		return Stream.of(values).map(BigDecimal::new).toList();
	}

	private static Limits limits(SizingPolicy policy) {
		return RiskFixtures.limits(policy, "0.20", "0.02", "0.04", RiskFixtures.WIDE);
	}

	private static Ruling.Approved approved(SizingPolicy policy, RiskFixtures idea) {
		Ruling ruling = idea.limitedBy(limits(policy)).judged();
		assertThat(ruling).isInstanceOf(Ruling.Approved.class);
		return (Ruling.Approved) ruling;
	}

	private static RuleResult sizing(SizingPolicy policy, RiskFixtures idea) {
		return idea.limitedBy(limits(policy)).judged().rules().stream().filter(it -> it.rule().equals("sizing")).findAny().orElseThrow();
	}
}
