package io.vigie.analyst.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.analyst.BotFixtures;
import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.StubSentinel;
import io.vigie.analyst.series.Reading.Stage;
import io.vigie.common.bot.Bot;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.AverageTrueRange;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.strategy.StrategyType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.dao.TransientDataAccessResourceException;

class WatchesTests {

	private static final String SYMBOL = "BTC/USD";

	private final StubSentinel sentinel = new StubSentinel();
	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		sentinel.close();
	}

	@Test
	void firstBarBringsItsPast() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 30);
		sentinel.keep(bars);
		var watches = watches(BotFixtures.crosser(SYMBOL));
		assertThat(watches.readings().getFirst().stage()).isEqualTo(Stage.WAITING);
		var reading = watches.onBar(bars.get(20)).getFirst();
		assertThat(reading.stage()).isEqualTo(Stage.READY);
		assertThat(reading.bars()).isEqualTo(21);
		assertThat(reading.decision()).isEqualTo(decisions(bars).get(20));
		assertThat(metrics.timer("analyst.evaluate", "strategy", "sma-cross").count()).isEqualTo(1);
	}

	/** As risk needs it: the range of all bars up to this one, history included; nobody else is told. */
	@Test
	void tellsTheRangeWhereEntriesAreSizedByIt() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 30);
		sentinel.keep(bars);
		AverageTrueRange range = new AverageTrueRange(14);
		bars.subList(0, 21).forEach(range::add);
		Map<String, BigDecimal> told = watches(BotFixtures.sizedByVolatility(BotFixtures.crosser(SYMBOL))).onBar(bars.get(20)).getFirst().decision().indicators();
		assertThat(told).containsEntry("atr", range.value()).containsKey("sma_fast");
		assertThat(watches(BotFixtures.crosser(SYMBOL)).onBar(bars.get(20)).getFirst().decision().indicators()).doesNotContainKey("atr");
	}

	@Test
	void tellsNoRangeBeforeItKnowsOne() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 5);
		var watches = watches(BotFixtures.sizedByVolatility(BotFixtures.crosser(SYMBOL)));
		assertThat(bars).allSatisfy(it -> assertThat(watches.onBar(it).getFirst().decision().indicators()).doesNotContainKey("atr"));
	}

	@Test
	void nothingIsDecidedWhileThePastIsOutOfReach() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 30);
		sentinel.keep(bars);
		sentinel.down();
		var watches = watches(BotFixtures.crosser(SYMBOL));
		assertThatThrownBy(() -> watches.onBar(bars.get(20))).isInstanceOf(TransientDataAccessResourceException.class);
		assertThat(watches.readings().getFirst().stage()).isEqualTo(Stage.WAITING);
		sentinel.up();
		assertThat(watches.onBar(bars.get(20)).getFirst().decision()).isEqualTo(decisions(bars).get(20));
	}

	@Test
	void marketWithoutPastWarmsUpAsItGoes() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 3);
		var watches = watches(BotFixtures.crosser(SYMBOL));
		assertThat(watches.onBar(bars.get(0)).getFirst().stage()).isEqualTo(Stage.WARMING_UP);
		watches.onBar(bars.get(1));
		assertThat(watches.onBar(bars.get(2)).getFirst().stage()).isEqualTo(Stage.READY);
	}

	@Test
	void seenAndOlderBarsAreIgnored() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 5);
		var watches = watches(BotFixtures.crosser(SYMBOL));
		bars.forEach(watches::onBar);
		assertThat(watches.onBar(bars.get(4))).isEmpty();
		assertThat(watches.onBar(bars.get(1))).isEmpty();
		assertThat(watches.readings().getFirst().bar()).isEqualTo(bars.get(4));
	}

	@Test
	void onlyWhatIsMissingIsAskedForWhenABarDoesNotFollowOnTheLast() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 30);
		sentinel.keep(bars);
		var watches = watches(BotFixtures.crosser(SYMBOL));
		watches.onBar(bars.get(10));
		watches.onBar(bars.get(11));
		assertThat(sentinel.asked(SYMBOL)).hasSize(1);
		var reading = watches.onBar(bars.get(20)).getFirst();
		assertThat(sentinel.asked(SYMBOL)).hasSize(2).last().satisfies(it -> assertThat(it).containsEntry("limit", "8"));
		assertThat(reading.decision()).isEqualTo(decisions(bars).get(20));
		assertThat(reading.bars()).isEqualTo(21);
	}

	@Test
	void forgottenSeriesBeginsWithItsPastAgain() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 30);
		sentinel.keep(bars);
		var watches = watches(BotFixtures.crosser(SYMBOL));
		watches.onBar(bars.get(10));
		watches.forget(Set.of("ETH/USD"));
		assertThat(watches.onBar(bars.get(10))).isEmpty();
		watches.forget(Set.of(SYMBOL));
		assertThat(watches.readings().getFirst().stage()).isEqualTo(Stage.WAITING);
		assertThat(watches.onBar(bars.get(10)).getFirst().decision()).isEqualTo(decisions(bars).get(10));
	}

	@Test
	void everyBotThatWatchesASymbolIsShownItsBars() {
		var watches = watches(BotFixtures.crosser(SYMBOL, "ETH/USD"), BotFixtures.bot("other", "every-bar", Map.of(), SYMBOL));
		assertThat(watches.onBar(MarketFixtures.bar(SYMBOL, 0, "1"))).extracting(it -> it.bot().name()).containsExactly("crosser", "other");
		assertThat(watches.onBar(MarketFixtures.bar("ETH/USD", 0, "1"))).extracting(it -> it.bot().name()).containsExactly("crosser");
		assertThat(watches.onBar(MarketFixtures.bar("DOGE/USD", 0, "1"))).isEmpty();
	}

	@Test
	void barsOfOtherTimeframesAreNotShown() {
		Bar minute = MarketFixtures.bar(SYMBOL, 0, "1");
		var five = new Bar(SYMBOL, Timeframe.M5, minute.openAt(), minute.open(), minute.high(), minute.low(), minute.close(), minute.volume(), 1, 1);
		assertThat(watches(BotFixtures.crosser(SYMBOL)).onBar(five)).isEmpty();
	}

	@Test
	void strategyThatNeedsNoPastAsksForNone() {
		var watches = watches(BotFixtures.bot("bench", "every-bar", Map.of(), SYMBOL));
		sentinel.down();
		assertThat(watches.onBar(MarketFixtures.bar(SYMBOL, 2, "1")).getFirst().decision().action()).isEqualTo(Action.BUY);
		assertThat(watches.onBar(MarketFixtures.bar(SYMBOL, 5, "1")).getFirst().decision().action()).isEqualTo(Action.CLOSE);
		assertThat(sentinel.asked(SYMBOL)).isEmpty();
	}

	@Test
	void refusesBarsThatCannotBeRight() {
		var watches = watches(BotFixtures.crosser(SYMBOL));
		assertThatIllegalArgumentException().isThrownBy(() -> watches.onBar(MarketFixtures.bar(SYMBOL, 0, "0")));
		assertThatIllegalArgumentException().isThrownBy(() -> watches.onBar(MarketFixtures.bar(SYMBOL, 0, "-1")));
		Bar bar = MarketFixtures.bar(SYMBOL, 0, "1");
		assertThatIllegalArgumentException().isThrownBy(() -> watches.onBar(new Bar(SYMBOL, Timeframe.M1, bar.openAt(), bar.open(),
				bar.high(), bar.low(), bar.close(), BigDecimal.valueOf(-1), 1, 1)));
		assertThatIllegalArgumentException().isThrownBy(() -> watches.onBar(new Bar(SYMBOL, Timeframe.M1, bar.openAt().plusSeconds(1),
				bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), 1, 1)));
	}

	@Test
	void strategyThatMakesNoSenseStopsTheStart() {
		assertThatThrownBy(() -> watches(BotFixtures.bot("dreamer", "astrology", Map.of(), SYMBOL)))
			.isInstanceOf(InvalidConfigurationPropertyValueException.class)
			.hasMessageContaining("dreamer");
		assertThatThrownBy(() -> watches(BotFixtures.bot("dreamer", "sma-cross", Map.of("fast", BigDecimal.TEN, "slow", BigDecimal.ONE), SYMBOL)))
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, it -> assertThat(it.getReason()).contains("slow"));
	}

	@Test
	void collaborativeBotVotesOnItsOwnSymbolWithTheStrategiesOfOthers() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 30);
		sentinel.keep(bars);
		var watches = watches(BotFixtures.crosser("ETH/USD"), BotFixtures.bot("other", "every-bar", Map.of(), "ETH/USD"),
				BotFixtures.council(List.of("crosser"), SYMBOL));
		Reading reading = watches.onBar(bars.get(20)).getFirst();
		assertThat(reading.bot().name()).isEqualTo("council");
		assertThat(reading.advice()).containsOnly(Map.entry("crosser", decisions(bars).get(20)));
		assertThat(reading.stage()).isEqualTo(Stage.READY);
	}

	@Test
	void collaborativeBotHearsEveryoneWhereNobodyIsNamed() {
		var watches = watches(BotFixtures.crosser("ETH/USD"), BotFixtures.bot("other", "every-bar", Map.of(), "ETH/USD"),
				BotFixtures.council(List.of(), SYMBOL));
		assertThat(watches.onBar(MarketFixtures.bar(SYMBOL, 0, "1")).getFirst().advice().keySet()).containsExactly("crosser", "other");
	}

	@Test
	void voteThatMakesNoSenseStopsTheStart() {
		assertThatThrownBy(() -> watches(BotFixtures.crosser(SYMBOL), BotFixtures.council(List.of("nobody"), SYMBOL)))
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, it -> assertThat(it.getReason())
				.isEqualTo("Source 'nobody' is no bot with a strategy of its own, there are [crosser]"));
		assertThatThrownBy(() -> watches(BotFixtures.crosser(SYMBOL), BotFixtures.council(List.of("council"), SYMBOL)))
			.isInstanceOf(InvalidConfigurationPropertyValueException.class);
		assertThatThrownBy(() -> watches(BotFixtures.council(List.of(), SYMBOL)))
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, it -> assertThat(it.getReason()).contains("quorum"));
	}

	@ParameterizedTest
	@MethodSource("io.vigie.engine.strategy.Strategies#all")
	void everyStrategyCanBeGivenToABot(StrategyType type) {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 9, 400);
		sentinel.keep(bars);
		sentinel.keep(MarketFixtures.walk("ETH/USD", 10, 400));
		Bot bot = BotFixtures.bot("any", type.name(), Map.of(), SYMBOL);
		var watches = watches(type.paired() ? BotFixtures.comparing(bot, "ETH/USD") : bot);
		Strategy alone = (type.paired() ? type.beside(MarketFixtures.walk("ETH/USD", 10, 400)) : type).start(Map.of());
		List<Decision> decisions = bars.stream().map(alone::onBar).toList();
		for (int i = 350; i < 400; i++) {
			assertThat(watches.onBar(bars.get(i)).getFirst().decision()).isEqualTo(decisions.get(i));
		}
	}

	@Test
	void onlyNewBarsOfTheReferenceAreAskedFor() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 4, 30);
		sentinel.keep(MarketFixtures.walk("ETH/USD", 5, 30));
		var watches = watches(BotFixtures.comparing(BotFixtures.bot("pair", "relative-strength", Map.of("period", BigDecimal.TWO), SYMBOL), "ETH/USD"));
		watches.onBar(bars.get(20));
		watches.onBar(bars.get(21));
		assertThat(sentinel.asked("ETH/USD")).extracting(it -> it.get("limit")).containsExactly("15", "1");
		watches.forget(Set.of(SYMBOL));
		watches.onBar(bars.get(22));
		assertThat(sentinel.asked("ETH/USD")).extracting(it -> it.get("limit")).containsExactly("15", "1", "15");
	}

	@Test
	void rulesInAFileAreAStrategyToo(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine\nentry: close > open[1]\nexit: close < open[1]\n");
		var watches = watches(BotFixtures.bot("mine", "file:" + file, Map.of(), SYMBOL));
		Files.delete(file);
		for (int minute = 0; minute < 3; minute++) {
			watches.onBar(MarketFixtures.bar(SYMBOL, minute, "10"));
		}
		watches.forgetAll();
		for (int minute = 3; minute < 7; minute++) {
			watches.onBar(MarketFixtures.bar(SYMBOL, minute, minute < 6 ? "10" : "11"));
		}
		assertThat(watches.readings().getFirst().decision()).satisfies(it -> {
			assertThat(it.action()).isEqualTo(Action.BUY);
			assertThat(it.reasoning()).isEqualTo("Entry: close 11.00 > open[1] 10.00");
		});
	}

	@Test
	void rulesOrReferencesThatMakeNoSenseStopTheStart(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine\nentry: close > open\nexit: rsi < 5\n");
		assertRefused(BotFixtures.bot("mine", "file:" + file, Map.of(), SYMBOL), "mine.yaml line 3, exit: 'rsi < 5', column 1");
		assertRefused(BotFixtures.bot("pair", "pair-reversion", Map.of(), SYMBOL), "name it as 'reference'");
		assertRefused(BotFixtures.comparing(BotFixtures.crosser(SYMBOL), "ETH/USD"), "it takes no 'reference'");
	}

	@Test
	void whoComparesTwoSymbolsHasNoVoteOnOne() {
		Bot pair = BotFixtures.comparing(BotFixtures.bot("pair", "pair-reversion", Map.of(), SYMBOL), "ETH/USD");
		assertThatThrownBy(() -> watches(pair, BotFixtures.crosser(SYMBOL), BotFixtures.council(List.of("pair"), SYMBOL)))
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
					it -> assertThat(it.getReason()).contains("Source 'pair' is no bot with a strategy of its own", "[crosser]"));
	}

	private void assertRefused(Bot bot, String why) {
		assertThatThrownBy(() -> watches(bot)).isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
				it -> assertThat(it.getReason()).contains(why));
	}

	private static List<Decision> decisions(List<Bar> bars) {
		return bars.stream().map(Strategies.start("sma-cross", Map.of("fast", BigDecimal.ONE, "slow", BigDecimal.TWO))::onBar).toList();
	}

	private Watches watches(Bot... bots) {
		return new Watches(BotFixtures.bots(bots), HistoryTests.history(sentinel.url()), metrics);
	}
}
