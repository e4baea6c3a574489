package io.vigie.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.BarFixtures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternScannerTests {

	@Test
	void findsTheSameWhenTheFutureIsCutAway() {
		List<Bar> bars = BarFixtures.lively(3, 600);
		var whole = findings(new PatternScanner(), bars);
		for (int length = 25; length < bars.size(); length += 17) {
			assertThat(findings(new PatternScanner(), bars.subList(0, length))).isEqualTo(whole.subList(0, length));
		}
	}

	@Test
	void findsTheSameWhereverItBeganAfterItsMemory() {
		int begin = 300;
		int warm = begin + PatternScanner.memory();
		List<Bar> bars = BarFixtures.lively(17, warm + 1500);
		var whole = findings(new PatternScanner(), bars);
		PatternScanner late = new PatternScanner();
		findings(late, bars.subList(begin, warm));
		assertThat(findings(late, bars.subList(warm, bars.size()))).isEqualTo(whole.subList(warm, bars.size()));
	}

	@Test
	void pointsOnlyToWhatHasClosed() {
		var found = findings(new PatternScanner(), BarFixtures.lively(8, 2000)).stream().flatMap(List::stream).toList();
		assertThat(found).hasSizeGreaterThan(50)
			.allSatisfy(it -> assertThat(it.points()).allSatisfy(point -> assertThat(point.at()).isBefore(it.at())));
	}

	/** A random market has everything in it now and then: a shape that is never found is not looked for rightly. */
	@Test
	void findsEveryPatternInALongEnoughWalk() {
		Set<Pattern> seen = EnumSet.noneOf(Pattern.class);
		for (int seed = 1; seed <= 12; seed++) {
			findings(new PatternScanner(), BarFixtures.lively(seed, 2500)).forEach(found -> found.forEach(it -> seen.add(it.pattern())));
		}
		assertThat(seen).containsExactlyInAnyOrder(Pattern.values());
	}

	@Test
	void keepsNoMoreThanItsWindow() {
		Past past = new Past();
		BarFixtures.lively(4, 5000).forEach(past::add);
		assertThat(past.size()).isEqualTo(Past.WINDOW);
		assertThat(past.pivots()).isNotEmpty().allSatisfy(it -> assertThat(it.index()).isGreaterThanOrEqualTo(5000 - Past.WINDOW));
	}

	@Test
	void knowsATurningPointWhenEnoughBarsHaveFollowedAndNotBefore() {
		Past past = new Past();
		List<Bar> bars = BarFixtures.closes("1", "2", "3", "4", "3", "2", "1", "0.5");
		IntStream.range(0, 6).forEach(i -> past.add(bars.get(i)));
		assertThat(past.swings()).isEmpty();
		past.add(bars.get(6));
		assertThat(past.swings()).singleElement().satisfies(it -> {
			assertThat(it.index()).isEqualTo(3);
			assertThat(it.price()).isEqualTo(4);
			assertThat(it.sign()).isEqualTo(1);
		});
	}

	@Test
	void staysSilentWhereNothingMoves() {
		var still = BarFixtures.closes(IntStream.range(0, 200).mapToObj(i -> "5").toArray(String[]::new));
		assertThat(findings(new PatternScanner(), still)).allMatch(List::isEmpty);
	}

	private static List<List<Finding>> findings(PatternScanner scanner, List<Bar> bars) {
		return bars.stream().map(scanner::add).toList();
	}
}
