package io.vigie.engine.market;

import static io.vigie.engine.market.TickFixtures.SYMBOL;
import static io.vigie.engine.market.TickFixtures.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BarBuilderTests {

	private final BarBuilder builder = new BarBuilder(SYMBOL, Set.of(Timeframe.M5, Timeframe.M1));

	@Test
	void closesBarWhenFirstPrintAtItsEndArrives() {
		assertThat(builder.add(tick(1, "12:00:00", "10", "1"))).isEmpty();
		assertThat(builder.add(tick(2, "12:00:30", "12.50", "0.5"))).isEmpty();
		assertThat(builder.add(tick(3, "12:00:40", "9", "2"))).isEmpty();
		assertThat(builder.add(tick(4, "12:00:59.999999999", "11", "1"))).isEmpty();

		List<Bar> closed = builder.add(tick(5, "12:01:00", "99", "99"));

		assertThat(closed).containsExactly(new Bar(SYMBOL, Timeframe.M1, Instant.parse("2026-03-02T12:00:00Z"),
				new BigDecimal("10"), new BigDecimal("12.5"), new BigDecimal("9"), new BigDecimal("11"),
						new BigDecimal("4.5"), 4, 4));
	}

	@Test
	void closesCoarseBarAfterFineOneOnTheSamePrint() {
		builder.add(tick(1, "12:03:00", "10", "1"));
		builder.add(tick(2, "12:04:59", "11", "1"));

		List<Bar> closed = builder.add(tick(3, "12:05:00", "12", "1"));

		assertThat(closed).extracting(Bar::timeframe).containsExactly(Timeframe.M1, Timeframe.M5);
		assertThat(closed.getLast().trades()).isEqualTo(2);
	}

	@Test
	void makesNoBarOfMinutesWithoutPrints() {
		builder.add(tick(1, "12:00:00", "10", "1"));

		assertThat(builder.add(tick(2, "12:42:00", "11", "1"))).extracting(Bar::openAt)
			.containsExactly(Instant.parse("2026-03-02T12:00:00Z"), Instant.parse("2026-03-02T12:00:00Z"));
	}

	@Test
	void refusesPrintOfClosedBar() {
		builder.add(tick(1, "12:01:00", "10", "1"));

		assertThatIllegalArgumentException().isThrownBy(() -> builder.add(tick(2, "12:00:59", "10", "1")));
	}

	@Test
	void refusesStandInsOfCoarserTimeframe() {
		Bar coarse = new Bar(SYMBOL, Timeframe.M5, TickFixtures.NOON, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE,
				BigDecimal.ONE, BigDecimal.ONE, 1, 1);

		assertThatIllegalArgumentException().isThrownBy(() -> builder.add(coarse)).withMessageContaining("1m");
	}

	@Test
	void refusesToBuildNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BarBuilder(SYMBOL, Set.of()));
	}

	@Test
	void showsUnfinishedBarOfEveryTimeframe() {
		builder.add(tick(1, "12:00:00", "10", "1"));
		builder.add(tick(2, "12:01:00", "14", "2"));

		assertThat(builder.unfinished(Timeframe.M1)).get().extracting(Bar::trades).isEqualTo(1L);
		assertThat(builder.unfinished(Timeframe.M5)).get().extracting(Bar::volume).isEqualTo(new BigDecimal("3"));
	}

	@Test
	void writesNumbersInOneWay() {
		builder.add(tick(1, "12:00:00", "100.00", "1.500"));

		Bar bar = builder.add(tick(2, "12:01:00", "1", "1")).getFirst();

		assertThat(bar.open()).hasToString("100");
		assertThat(bar.volume()).hasToString("1.5");
	}
}
