package io.vigie.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.example.Sketch;
import io.vigie.engine.market.Bar;
import io.vigie.engine.pattern.Level.Side;
import io.vigie.engine.strategy.BarFixtures;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTests {

	private static final List<Bar> BETWEEN_WALLS = Sketch.from("102").to("105", 8).to("100", 8).to("105", 8).to("100", 8).to("105", 8)
		.to("103", 4).bars();

	@Test
	void tellsSupportAndResistanceWithTouchesAndStrength() {
		var levels = study(BETWEEN_WALLS).levels();
		assertThat(levels).hasSize(2);
		Level wall = levels.stream().filter(it -> it.side() == Side.RESISTANCE).findFirst().orElseThrow();
		Level floor = levels.stream().filter(it -> it.side() == Side.SUPPORT).findFirst().orElseThrow();
		assertThat(wall.price()).isEqualByComparingTo("105.2");
		assertThat(wall.touches()).isEqualTo(3);
		assertThat(floor.price()).isEqualByComparingTo("99.8");
		assertThat(floor.touches()).isEqualTo(2);
		assertThat(wall.strength()).isGreaterThan(floor.strength()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
		assertThat(wall.evidence()).isEqualTo("3 turning points within 0.00 of each other around 105.20, the last 4 bars ago");
		assertThat(wall.firstAt()).isBefore(wall.lastAt());
	}

	@Test
	void knowsNoLevelWhereTheMarketTurnedOnce() {
		assertThat(study(Sketch.from("100").to("110", 20).to("104", 20).bars()).levels()).isEmpty();
	}

	@Test
	void turnsAWallThatWasPassedIntoSupport() {
		var bars = Sketch.from("102").to("105", 8).to("100", 8).to("105", 8).to("100", 8).to("105", 8).to("103", 4).to("109", 6).bars();
		assertThat(study(bars).levels()).allMatch(it -> it.side() == Side.SUPPORT);
	}

	@Test
	void tellsTrendsRangesAndVolatileMarketsApart() {
		assertThat(kind(Sketch.from("100").to("120", 80))).isEqualTo(Regime.Kind.TREND_UP);
		assertThat(kind(Sketch.from("100").to("80", 80))).isEqualTo(Regime.Kind.TREND_DOWN);
		assertThat(kind(Sketch.from("100").swing("1", 80))).isEqualTo(Regime.Kind.RANGE);
		assertThat(kind(Sketch.from("100").swing("1", 70).swing("5", 10))).isEqualTo(Regime.Kind.VOLATILE);
		assertThat(kind(Sketch.from("100").to("120", 60))).isEqualTo(Regime.Kind.UNKNOWN);
	}

	@Test
	void saysWhyItIsThatRegime() {
		assertThat(study(Sketch.from("100").to("120", 80).bars()).regime().evidence())
			.isEqualTo("Moved 4.35 % in 20 bars at an efficiency of 1.00; bars range 1.00 times as far as before");
	}

	@Test
	void isTheSameWhereverItBeganAfterItsMemoryButForTheCount() {
		int begin = 200;
		int warm = begin + Study.memory();
		List<Bar> bars = BarFixtures.lively(9, warm + 60);
		for (int end = warm; end < bars.size(); end += 7) {
			Analysis old = study(bars.subList(0, end));
			Analysis young = study(bars.subList(begin, end));
			assertThat(young).usingRecursiveComparison().ignoringFields("bars").isEqualTo(old);
		}
	}

	@Test
	void keepsTheLastFindingsNewestFirstAndForgetsOldOnes() {
		for (int seed = 1; seed < 20; seed++) {
			Analysis analysis = study(BarFixtures.lively(seed, 900));
			assertThat(analysis.findings()).hasSizeBetween(3, 20).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()))
				.allSatisfy(it -> assertThat(it.at()).isAfter(analysis.at().minusSeconds(60L * Past.WINDOW)));
		}
	}

	@Test
	void saysNothingBeforeItsFirstBarAndLittleAfterFew() {
		assertThat(new Study().analysis()).isEmpty();
		Analysis young = study(BarFixtures.lively(2, 15));
		assertThat(young.indicators()).containsOnlyKeys("rsi_14", "atr_14");
		assertThat(young.levels()).isEmpty();
		assertThat(young.bars()).isEqualTo(15);
	}

	@Test
	void refusesABarThatIsNotLater() {
		Study study = new Study();
		List<Bar> bars = BarFixtures.lively(2, 2);
		bars.forEach(study::add);
		assertThatIllegalArgumentException().isThrownBy(() -> study.add(bars.getFirst())).withMessageContaining("is not after");
	}

	private static Regime.Kind kind(Sketch sketch) {
		return study(sketch.bars()).regime().kind();
	}

	private static Analysis study(List<Bar> bars) {
		Study study = new Study();
		bars.forEach(study::add);
		return study.analysis().orElseThrow();
	}
}
