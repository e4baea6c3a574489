package io.vigie.engine.fusion;

import static io.vigie.engine.fusion.FusionFixtures.bars;
import static io.vigie.engine.fusion.FusionFixtures.says;
import static io.vigie.engine.fusion.FusionFixtures.sources;
import static io.vigie.engine.fusion.FusionFixtures.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusedStrategyTests {

	private static final FusionSettings SHORT = new FusionSettings(3, 2, 2, 20, 5);

	@Test
	void waitsForASecondVoteThatComesInTime() {
		assertThat(words("B....", "..B..")).isEqualTo("..B..");
	}

	@Test
	void staysQuietWhereTheSecondVoteComesTooLate() {
		assertThat(words("B....", "...B.")).isEqualTo(".....");
	}

	@Test
	void actsWhenTheCountChangesAndNotWhileItLasts() {
		assertThat(words("B.B.B", "B.B.B")).isEqualTo("B....");
	}

	@Test
	void closesWhenTheMajorityTurns() {
		assertThat(words("BC", "BC", "B.")).isEqualTo("BC");
	}

	@Test
	void changesNothingInADraw() {
		assertThat(words("B..", "C..")).isEqualTo("...");
	}

	@Test
	void changesNothingWhenAllAbstain() {
		assertThat(words("....", "....", "....")).isEqualTo("....");
	}

	@Test
	void actsAnewAfterVotesRanOut() {
		assertThat(words("B....B", "B....B")).isEqualTo("B....B");
	}

	@Test
	void tellsWhoVotedWhat() {
		var strategy = new FusedStrategy(VotingRule.PERFORMANCE, SHORT, sources(says("B"), says("."), says("C"), says("B")));

		Decision decision = strategy.onBar(bars("100").getFirst());

		assertThat(decision.reasoning()).isEqualTo("3 of 4 vote: a BUY 0.8 x 1.0000, c CLOSE 0.8 x 1.0000, d BUY 0.8 x 1.0000; together BUY");
		assertThat(decision.indicators()).containsEntry("votes_buy", new BigDecimal("2.0000")).containsKey("weight_c");
		assertThat(strategy.said().keySet()).containsExactly("a", "b", "c", "d");
		assertThat(strategy.said().get("c").action()).isEqualTo(Action.CLOSE);
	}

	/** The price rises for ever: who always closed was wrong, and is outvoted by one who was right. */
	@Test
	void learnsWhomToFollow() {
		String[] rising = new String[24];
		for (int i = 0; i < rising.length; i++) {
			rising[i] = String.valueOf(100 + i);
		}
		String last = ".".repeat(20);
		SequencedMap<String, Strategy> sources = sources(says("BBBBBBBBBB.........." + "B"), says("CCCCCCCCCC.........." + "C"));
		var wise = new FusedStrategy(VotingRule.PERFORMANCE, SHORT, sources);
		var simple = new FusedStrategy(VotingRule.MAJORITY, SHORT,
				sources(says("BBBBBBBBBB" + last.substring(10) + "B"), says("CCCCCCCCCC" + last.substring(10) + "C")));

		List<Bar> bars = bars(rising);
		assertThat(bars.stream().map(it -> wise.onBar(it).action()).toList().get(20)).isEqualTo(Action.BUY);
		assertThat(bars.stream().map(it -> simple.onBar(it).action()).toList().get(20)).isEqualTo(Action.HOLD);
	}

	/** What a restart or another instance relies on: the last bars are enough to say the same. */
	@ParameterizedTest
	@EnumSource(VotingRule.class)
	void saysTheSameWhereverItBegan(VotingRule rule) {
		FusionSettings settings = new FusionSettings(10, 1, 5, 200, 10);
		List<Bar> bars = walk(7, 2_400);
		var all = new FusedStrategy(rule, settings, realSources());
		var late = new FusedStrategy(rule, settings, realSources());
		int begin = bars.size() - 600 - late.memory();

		List<Decision> everything = bars.stream().map(all::onBar).toList();
		List<Decision> end = bars.subList(begin, bars.size()).stream().map(late::onBar).toList();

		assertThat(end.subList(late.memory(), end.size())).isEqualTo(everything.subList(begin + late.memory(), bars.size()));
		assertThat(end.subList(late.memory(), end.size())).extracting(Decision::action).contains(Action.BUY, Action.CLOSE);
	}

	/** No look-ahead: cutting the future away changes nothing. */
	@Test
	void decidesWithoutTheFuture() {
		List<Bar> bars = walk(11, 900);
		var whole = new FusedStrategy(VotingRule.PERFORMANCE, FusionSettings.USUAL, realSources());
		List<Decision> decisions = bars.stream().map(whole::onBar).toList();
		for (int end : List.of(300, 600, 750)) {
			var cut = new FusedStrategy(VotingRule.PERFORMANCE, FusionSettings.USUAL, realSources());
			List<Decision> before = bars.subList(0, end).stream().map(cut::onBar).toList();
			assertThat(before.getLast()).isEqualTo(decisions.get(end - 1));
		}
	}

	@Test
	void isWarmWhenAQuorumIs() {
		var strategy = new FusedStrategy(VotingRule.MAJORITY, FusionSettings.USUAL, realSources());

		assertThat(strategy.warmUp()).isEqualTo(21);
		assertThat(strategy.memory()).isEqualTo(Strategies.start("rsi-reversion", Map.of()).memory() + 506);
	}

	@Test
	void refusesFewerSourcesThanAQuorum() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FusedStrategy(VotingRule.MAJORITY, SHORT, sources(says("B"))))
			.withMessage("A vote of 1 sources never has a quorum of 2");
	}

	@Test
	void takesParametersByName() {
		assertThat(FusionSettings.of(Map.of())).isEqualTo(FusionSettings.USUAL);
		assertThat(FusionSettings.of(Map.of("quorum", BigDecimal.valueOf(3))).quorum()).isEqualTo(3);
		assertThatIllegalArgumentException().isThrownBy(() -> FusionSettings.of(Map.of("quorom", BigDecimal.ONE)))
			.withMessageContaining("Unknown parameter 'quorom'");
		assertThatIllegalArgumentException().isThrownBy(() -> FusionSettings.of(Map.of("window", new BigDecimal("1.5"))))
			.withMessage("Parameter 'window' must be a whole number between 1 and 1000, not 1.5");
		assertThatIllegalArgumentException().isThrownBy(() -> FusionSettings.of(Map.of("patience", BigDecimal.ZERO)));
	}

	private static String words(String... sources) {
		Strategy[] strategies = new Strategy[sources.length];
		for (int i = 0; i < sources.length; i++) {
			strategies[i] = says(sources[i]);
		}
		var strategy = new FusedStrategy(VotingRule.MAJORITY, SHORT, sources(strategies));
		return walk(1, sources[0].length()).stream()
			.map(it -> strategy.onBar(it).action())
			.map(it -> it == Action.BUY ? "B" : it == Action.CLOSE ? "C" : ".")
			.collect(Collectors.joining());
	}

	private static SequencedMap<String, Strategy> realSources() {
		return sources(Strategies.start("sma-cross", Map.of()), Strategies.start("rsi-reversion", Map.of()),
				Strategies.start("donchian-breakout", Map.of()));
	}
}
