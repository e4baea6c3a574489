package io.vigie.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedStrategyTests {

	private static final List<Bar> OWN = BarFixtures.lively(31, 700);
	private static final List<Bar> OTHER = BarFixtures.lively(32, 700);

	@ParameterizedTest
	@ValueSource(strings = {"relative-strength", "pair-reversion"})
	void decidesTheSameHoweverEarlyTheReferenceCame(String name) {
		List<Decision> inTime = BarFixtures.plainDecisions(Strategies.named(name).beside(OTHER).start(Map.of("period", BigDecimal.valueOf(20))), OWN);
		PairedStrategy all = paired(name);
		OTHER.forEach(all::onReference);
		assertThat(BarFixtures.plainDecisions(all, OWN)).isEqualTo(inTime);
		assertThat(inTime).extracting(Decision::action).contains(Action.BUY, Action.CLOSE);
	}

	/** The bar of the same minute, and all later ones, change nothing: they had not closed when the own bar opened. */
	@ParameterizedTest
	@ValueSource(strings = {"relative-strength", "pair-reversion"})
	void knowsNoReferenceBarThatHadNotClosed(String name) {
		int last = 400;
		PairedStrategy told = paired(name);
		OTHER.subList(0, last).forEach(told::onReference);
		PairedStrategy more = paired(name);
		OTHER.forEach(more::onReference);
		List<Bar> own = OWN.subList(0, last + 1);
		assertThat(BarFixtures.plainDecisions(told, own)).isEqualTo(BarFixtures.plainDecisions(more, own));
	}

	@ParameterizedTest
	@ValueSource(strings = {"relative-strength", "pair-reversion"})
	void decidesAlikeWhereverItBeganAfterItsMemory(String name) {
		PairedStrategy late = paired(name);
		int warm = 200 + late.memory();
		OTHER.subList(200, OTHER.size()).forEach(late::onReference);
		BarFixtures.plainDecisions(late, OWN.subList(200, warm));
		List<Decision> whole = BarFixtures.plainDecisions(Strategies.named(name).beside(OTHER).start(Map.of("period", BigDecimal.valueOf(20))), OWN);
		assertThat(BarFixtures.plainDecisions(late, OWN.subList(warm, OWN.size()))).isEqualTo(whole.subList(warm, OWN.size()));
	}

	@Test
	void wantsNothingWhileTheReferenceIsSilent() {
		PairedStrategy strategy = paired("relative-strength");
		OTHER.subList(0, 100).forEach(strategy::onReference);
		List<Decision> decisions = BarFixtures.plainDecisions(strategy, OWN);
		assertThat(decisions.get(105).reasoning()).isNotEqualTo("The reference says nothing");
		assertThat(decisions.subList(106, OWN.size())).allSatisfy(it -> {
			assertThat(it.action()).isEqualTo(Action.HOLD);
			assertThat(it.reasoning()).isEqualTo("The reference says nothing");
		});
	}

	@Test
	void beginsAnewAfterASilence() {
		PairedStrategy strategy = paired("relative-strength");
		OTHER.subList(0, 100).forEach(strategy::onReference);
		OTHER.subList(300, 700).forEach(strategy::onReference);
		PairedStrategy fresh = paired("relative-strength");
		OTHER.subList(300, 700).forEach(fresh::onReference);
		BarFixtures.plainDecisions(strategy, OWN.subList(0, 290));
		BarFixtures.plainDecisions(fresh, OWN.subList(290 - fresh.memory(), 290));
		List<Decision> after = BarFixtures.plainDecisions(strategy, OWN.subList(290, 700));
		assertThat(after).filteredOn(it -> it.action() != Action.HOLD)
			.isEqualTo(BarFixtures.plainDecisions(fresh, OWN.subList(290, 700)).stream().filter(it -> it.action() != Action.HOLD).toList())
			.isNotEmpty();
	}

	@Test
	void ignoresReferenceBarsThatCameBefore() {
		PairedStrategy once = paired("pair-reversion");
		PairedStrategy twice = paired("pair-reversion");
		OTHER.forEach(once::onReference);
		OTHER.forEach(twice::onReference);
		OTHER.forEach(twice::onReference);
		assertThat(BarFixtures.plainDecisions(twice, OWN)).isEqualTo(BarFixtures.plainDecisions(once, OWN));
	}

	@Test
	void keepsNoMoreOfTheReferenceThanItsBound() {
		PairedStrategy strategy = paired("relative-strength");
		BarFixtures.lively(33, 3000).forEach(strategy::onReference);
		assertThat(BarFixtures.plainDecisions(strategy, OWN)).extracting(Decision::action).containsOnly(Action.HOLD);
	}

	@Test
	void onlyStrategiesThatCompareStandBesideAReference() {
		assertThat(Strategies.all().stream().filter(StrategyType::paired)).extracting(StrategyType::name)
			.containsExactly("relative-strength", "pair-reversion");
		assertThatIllegalStateException().isThrownBy(() -> Strategies.named("sma-cross").beside(OTHER));
		assertThat(Strategies.named("pair-reversion").beside(OTHER).paired()).isFalse();
	}

	private static PairedStrategy paired(String name) {
		return (PairedStrategy) Strategies.start(name, Map.of("period", BigDecimal.valueOf(20)));
	}
}
