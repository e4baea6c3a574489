package io.vigie.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OutlierFilterTests {

	private final OutlierFilter filter = new OutlierFilter(new BigDecimal("0.2"), 2, null);
	private final List<String> passed = new ArrayList<>();
	private final List<String> dropped = new ArrayList<>();

	@Test
	void believesUsualSteps() {
		show("100", "119", "97", "116.4");

		assertThat(passed).containsExactly("100", "119", "97", "116.4");
	}

	@Test
	void dropsPrintThatNothingFollowed() {
		show("100", "1000", "101");

		assertThat(passed).containsExactly("100", "101");
		assertThat(dropped).containsExactly("1000");
	}

	@Test
	void dropsTwoWrongPrintsInARow() {
		show("100", "1000", "1001", "101");

		assertThat(passed).containsExactly("100", "101");
		assertThat(dropped).containsExactly("1000", "1001");
	}

	@Test
	void believesACrashOnceTwoMorePrintsFollow() {
		show("100", "60", "59");
		assertThat(passed).containsExactly("100");
		assertThat(filter.held()).isEqualTo(2);

		show("61", "58");
		assertThat(passed).containsExactly("100", "60", "59", "61", "58");
		assertThat(dropped).isEmpty();
	}

	@Test
	void believesACrashThatGoesOnFallingStepByStep() {
		show("100", "70", "60", "50", "45");

		assertThat(passed).containsExactly("100", "70", "60", "50", "45");
	}

	@Test
	void doesNotTakeTwoDifferentSlipsForAMove() {
		show("100", "1000", "1", "1.1", "101");

		assertThat(passed).containsExactly("100", "101");
		assertThat(dropped).containsExactly("1000", "1", "1.1");
	}

	@Test
	void measuresFromTheLastPrintBelieved() {
		show("100", "115", "130", "150");

		assertThat(passed).hasSize(4);
	}

	@Test
	void goesOnFromThePriceOfAnEarlierLife() {
		OutlierFilter continued = new OutlierFilter(new BigDecimal("0.2"), 2, new BigDecimal("100"));

		assertThat(continued.take(tick(1, "500")).passed()).isEmpty();
		assertThat(continued.take(tick(2, "101")).dropped()).hasSize(1);
	}

	@Test
	void letsEverythingPassWithoutALimit() {
		OutlierFilter off = new OutlierFilter(BigDecimal.ZERO, 2, new BigDecimal("1"));

		assertThat(off.take(tick(1, "1000")).passed()).hasSize(1);
	}

	@Test
	void tellsWhatWasHeldBackUntilNow() {
		filter.take(tick(1, "100"));
		filter.take(tick(2, "10"));
		filter.take(tick(3, "10"));

		assertThat(filter.take(tick(4, "10")).confirmed()).isTrue();
		assertThat(filter.take(tick(5, "10")).confirmed()).isFalse();
	}

	@Test
	void refusesNonsense() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OutlierFilter(BigDecimal.ONE, 0, null))
			.withMessageContaining("at least one confirmation, not 1 and 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new OutlierFilter(new BigDecimal("-0.1"), 1, null));
	}

	/** Whatever comes: each print is passed, dropped or still held, once, and those passed are in order. */
	@Property
	void losesAndRepeatsNothing(@ForAll("prices") List<BigDecimal> prices) {
		OutlierFilter any = new OutlierFilter(new BigDecimal("0.2"), 2, null);
		List<Tick> through = new ArrayList<>();
		List<Tick> left = new ArrayList<>();
		for (int i = 0; i < prices.size(); i++) {
			OutlierFilter.Sifted sifted = any.take(tick(i, prices.get(i).toPlainString()));
			through.addAll(sifted.passed());
			left.addAll(sifted.dropped());
		}

		assertThat(through).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
		assertThat(Stream.concat(through.stream(), left.stream()).map(Tick::sequence)).doesNotHaveDuplicates()
			.hasSize(prices.size() - any.held());
		assertThat(any.held()).isLessThanOrEqualTo(2);
	}

	/** However the market jumps, three prints at a level are enough to get there. */
	@Property
	void neverDropsALevelForEver(@ForAll("prices") List<BigDecimal> prices) {
		OutlierFilter any = new OutlierFilter(new BigDecimal("0.2"), 2, null);
		for (int i = 0; i < prices.size(); i++) {
			any.take(tick(i, prices.get(i).toPlainString()));
		}
		List<Tick> through = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			through.addAll(any.take(tick(prices.size() + i, "7")).passed());
		}

		assertThat(through).extracting(Tick::price).endsWith(new BigDecimal("7"));
	}

	@Provide
	Arbitrary<List<BigDecimal>> prices() {
		return Arbitraries.of("1", "1.1", "90", "100", "105", "110", "300", "310", "1000").map(BigDecimal::new).list().ofMaxSize(60);
	}

	private void show(String... prices) {
		for (String price : prices) {
			OutlierFilter.Sifted sifted = filter.take(tick(passed.size(), price));
			sifted.passed().forEach(it -> passed.add(it.price().toPlainString()));
			sifted.dropped().forEach(it -> dropped.add(it.price().toPlainString()));
		}
	}

	private static Tick tick(long sequence, String price) {
		return TickFixtures.tick(sequence, "12:00:00", price, "1");
	}
}
