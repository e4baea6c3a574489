package io.vigie.engine.strategy;

import static io.vigie.engine.strategy.Action.BUY;
import static io.vigie.engine.strategy.Action.CLOSE;
import static io.vigie.engine.strategy.Action.HOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleStrategyTests {

	private static final Rule NEVER = Rule.condition("close < 0");

	@Test
	void buysWhereTheEntryBeginsToHoldAndLeavesWhereTheExitDoes() {
		var strategy = strategy(Rule.condition("close > 10"), Rule.condition("close < 9"));
		var actions = BarFixtures.actions(strategy, BarFixtures.closes("10", "11", "12", "10", "8", "7", "11"));
		assertThat(actions).containsExactly(HOLD, BUY, HOLD, HOLD, CLOSE, HOLD, BUY);
	}

	@Test
	void lettingTheExitGoFirst() {
		var strategy = strategy(Rule.condition("close > 10"), Rule.condition("close > 10"));
		assertThat(BarFixtures.actions(strategy, BarFixtures.closes("9", "11"))).containsExactly(HOLD, CLOSE);
	}

	@Test
	void needsAllOfAllAndOneOfAnyAndNoneOfNot() {
		Rule over = Rule.condition("close > 10");
		Rule under = Rule.condition("close < 12");
		assertThat(entries(new Rule.All(List.of(over, under)), "9", "13", "11")).containsExactly(HOLD, HOLD, BUY);
		assertThat(entries(new Rule.Any(List.of(over, Rule.condition("close < 5"))), "9", "4", "8", "11")).containsExactly(HOLD, BUY, HOLD, BUY);
		assertThat(entries(new Rule.Not(over), "11", "10")).containsExactly(HOLD, BUY);
	}

	@Test
	void tellsACrossFromATouch() {
		Rule cross = Rule.condition("close crosses above 10");
		assertThat(entries(cross, "9", "10", "9", "10", "11", "10", "11", "9", "11"))
			.containsExactly(HOLD, HOLD, HOLD, HOLD, BUY, HOLD, HOLD, HOLD, BUY);
		assertThat(entries(Rule.condition("close crosses below 10"), "9", "11", "10", "9.5")).containsExactly(HOLD, HOLD, HOLD, BUY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {"close > close[1] + 0.5 | 10,10.5,11.1 | 2", "close >= close[1] + 0.5 | 10,10.4,10.9 | 2",
			"close * 3 > 2 * (open + 1) | 1,2,3,4 | 2", "highest(2) - lowest(2) >= 3 | 5,5,5,8 | 3", "close / 2 <= 2 | 8,8,4 | 2",
			"-1 > change(1) | 100,100,100,98 | 3"})
	void countsWithIndicators(String condition, String closes, int begins) {
		var actions = entries(Rule.condition(condition), closes.split(","));
		assertThat(actions.indexOf(BUY)).as("begins to hold").isEqualTo(begins);
	}

	@Test
	void saysWhatItSaw() {
		var strategy = strategy(new Rule.All(List.of(Rule.condition("sma(2) > 10"), Rule.condition("close crosses above sma(2)"))), NEVER);
		Decision decision = BarFixtures.decisions(strategy, BarFixtures.closes("12", "13", "11", "12")).getLast();
		assertThat(decision.reasoning()).isEqualTo("Entry: sma(2) 11.50 > 10 and close 12.00 crosses above sma(2) 11.50");
		assertThat(decision.indicators()).containsEntry("sma(2)", new BigDecimal("11.5")).containsEntry("close", BigDecimal.valueOf(12));
	}

	@Test
	void takesParameters() {
		var book = new RuleBook("mine", "", List.of(RuleBook.parameter("mark", BigDecimal.TEN, ""), RuleBook.parameter("length", BigDecimal.TWO, "")),
				Rule.condition("sma(length) > mark"), NEVER);
		List<Bar> bars = BarFixtures.closes("1", "1", "13", "13", "13");
		assertThat(BarFixtures.actions(book.type().start(Map.of()), bars)).containsExactly(HOLD, HOLD, HOLD, BUY, HOLD);
		assertThat(BarFixtures.actions(book.type().start(Map.of("mark", BigDecimal.valueOf(6))), bars)).containsExactly(HOLD, HOLD, BUY, HOLD, HOLD);
		assertThatIllegalArgumentException().isThrownBy(() -> book.type().start(Map.of("length", new BigDecimal("2.5"))))
			.withMessage("Strategy 'mine': A period must be a whole number of bars, not 2.5");
		assertThatIllegalArgumentException().isThrownBy(() -> book.type().start(Map.of("length", BigDecimal.ZERO)))
			.withMessageContaining("between 1 and 1000 bars, not be 0");
	}

	@Test
	void refusesParametersThatNobodyDeclaresOrUses() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RuleBook("mine", "", List.of(), Rule.condition("close > mark"), NEVER))
			.withMessage("'mark' is neither an indicator nor one of the parameters []");
		var unused = List.of(RuleBook.parameter("mark", BigDecimal.TEN, ""));
		assertThatIllegalArgumentException().isThrownBy(() -> new RuleBook("mine", "", unused, NEVER, NEVER))
			.withMessage("Parameter 'mark' is declared, but no rule uses it");
		assertThatIllegalArgumentException().isThrownBy(() -> new Rule.All(List.of())).withMessageContaining("at least one");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {"rsi(14 > 30 | column 8: expected ')'", "rsi > 30 | column 1: 'rsi' is written rsi(period)",
			"close > sma(1, 2) | column 9: 'sma' is written sma(period)", "close > smaa(10) | column 9: there is no indicator 'smaa', but open",
			"close | column 6: expected >, >=, <, <=, 'crosses above' or 'crosses below'", "close > | column 8: expected an indicator",
			"close > 5 close | column 11: nothing may follow", "close[0] > 5 | column 8: expected a whole number of bars from 1 to 999",
			"1 > 2 | one side must be an indicator", "sma(close) > 5 | column 10: expected a number or a parameter",
			"close crosses over 5 | column 7: expected >", "close == 5 | column 7: expected >", "close > (5 | column 11: expected ')'"})
	void namesTheColumnOfWhatItCantRead(String condition, String why) {
		assertThatIllegalArgumentException().isThrownBy(() -> Rule.condition(condition)).withMessageStartingWith("'" + condition + "'")
			.withMessageContaining(why);
	}

	@Test
	void refusesBracketsThatGoTooDeep() {
		assertThatIllegalArgumentException().isThrownBy(() -> Rule.condition("(".repeat(5000) + "close" + ")".repeat(5000) + " > 1"))
			.withMessageContaining("brackets go too deep");
	}

	@Test
	void decidesAlikeWhereverItBeganAfterItsMemory() {
		Strategy old = busy();
		Strategy young = busy();
		int begin = 500;
		int warm = begin + young.memory();
		List<Bar> bars = BarFixtures.lively(5, warm + 800);
		var whole = BarFixtures.decisions(old, bars);
		BarFixtures.decisions(young, bars.subList(begin, warm));
		var late = BarFixtures.decisions(young, bars.subList(warm, bars.size()));
		assertThat(late).isEqualTo(whole.subList(warm, bars.size()));
		assertThat(late).extracting(Decision::action).contains(BUY, CLOSE);
	}

	@Test
	void onlyHoldsWhileItWarmsUp() {
		Strategy strategy = busy();
		assertThat(BarFixtures.actions(strategy, BarFixtures.lively(6, strategy.warmUp() - 1))).containsOnly(HOLD);
		assertThat(strategy.warmUp()).isEqualTo(21);
	}

	@Test
	void divisionByNothingHoldsNot() {
		assertThat(entries(Rule.condition("close / (close - close) > 0"), "1", "2", "3")).containsOnly(HOLD);
	}

	private static Strategy busy() {
		return strategy(new Rule.All(List.of(Rule.condition("rsi(7) crosses above 40"), Rule.condition("close > bollinger_lower(20, 2)"))),
				new Rule.Any(List.of(Rule.condition("rsi(7) > 70"), Rule.condition("close crosses below ema(10)"))));
	}

	private static List<Action> entries(Rule entry, String... closes) {
		return BarFixtures.actions(strategy(entry, NEVER), BarFixtures.closes(closes));
	}

	private static Strategy strategy(Rule entry, Rule exit) {
		return new RuleBook("mine", "", List.of(), entry, exit).type().start(Map.of());
	}
}
