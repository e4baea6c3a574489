package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitTests {

	@Test
	void sellsTheWholeHoldingDustIncluded() {
		assertThat(judged("5.55554321", "0")).isInstanceOfSatisfying(Ruling.Approved.class, approved -> {
			assertThat(approved.quantity()).isEqualByComparingTo("5.55554321");
			assertThat(approved.hold()).isEqualByComparingTo("0");
			assertThat(approved.stopLoss()).isNull();
			assertThat(approved.takeProfit()).isNull();
		});
	}

	@Test
	void sellsOnlyWhatIsNotBeingSoldAlready() {
		assertThat(judged("5", "2")).isInstanceOfSatisfying(Ruling.Approved.class,
				approved -> assertThat(approved.quantity()).isEqualByComparingTo("3"));
	}

	@Test
	void refusesToSellTheSameTwice() {
		assertThat(judged("5", "5")).isInstanceOfSatisfying(Ruling.Refused.class,
				refused -> assertThat(refused.reason()).contains("being sold already"));
	}

	@Test
	void refusesToSellWhatIsNotHeld() {
		assertThat(judged("0", "0")).isInstanceOfSatisfying(Ruling.Refused.class,
				refused -> assertThat(refused.by()).containsExactly("holding"));
	}

	/** An exit has no cash, confidence, age or link to be measured by: no entry rule can ever stand in its way. */
	@Test
	void asksNoEntryRule() {
		assertThat(judged("5", "0").rules()).extracting(RuleResult::rule).doesNotContainAnyElementsOf(Gate.standard().entryRules());
	}

	@ParameterizedTest
	@EnumSource(value = TradingState.class, names = "HALTED", mode = EnumSource.Mode.EXCLUDE)
	void getsOutWhileNothingIsHalted(TradingState state) {
		assertThat(Gate.standard().judge(exit("5", "0", state))).isInstanceOf(Ruling.Approved.class);
	}

	@Test
	void leavesEverythingToItsStopsWhileHalted() {
		assertThat(Gate.standard().judge(exit("5", "0", TradingState.HALTED))).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
			assertThat(refused.by()).containsExactly("halt");
			assertThat(refused.reason()).contains("what protects the position stays");
		});
	}

	private static Ruling judged(String holding, String closing) {
		return Gate.standard().judge(exit(holding, closing, TradingState.ACTIVE));
	}

	private static Exit exit(String holding, String closing, TradingState state) {
		return new Exit("BTC/USD", new BigDecimal(holding), number(closing), state);
	}
}
