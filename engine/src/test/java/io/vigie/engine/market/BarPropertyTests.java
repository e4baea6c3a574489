package io.vigie.engine.market;

import static io.vigie.engine.market.TickFixtures.SYMBOL;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of bars whatever the market does. */
class BarPropertyTests {

	private static final EnumSet<Timeframe> ALL = EnumSet.allOf(Timeframe.class);

	@Provide
	Arbitrary<List<Tick>> tapes() {
		return TickFixtures.tapes();
	}

	@Property(tries = 300)
	void everyBarHoldsThePrintsOfItsBucketAndNoOther(@ForAll("tapes") List<Tick> tape) {
		List<Bar> built = build(new BarBuilder(SYMBOL, ALL), tape);

		for (Timeframe timeframe : ALL) {
			List<Bar> plainly = plainly(timeframe, tape);
			assertThat(built).filteredOn(it -> it.timeframe() == timeframe)
				.isEqualTo(plainly.subList(0, plainly.size() - 1));
		}
	}

	@Property(tries = 200)
	void coarseBarsEqualAggregatedFineOnes(@ForAll("tapes") List<Tick> tape) {
		List<Bar> built = build(new BarBuilder(SYMBOL, ALL), tape);

		for (Bar coarse : built) {
			List<Bar> parts = built.stream()
				.filter(it -> it.timeframe().compareTo(coarse.timeframe()) < 0)
				.filter(it -> coarse.timeframe().floor(it.openAt()).equals(coarse.openAt()))
				.toList();
			for (Timeframe finer : EnumSet.range(Timeframe.S1, coarse.timeframe())) {
				List<Bar> fine = parts.stream().filter(it -> it.timeframe() == finer).toList();
				assertThat(fine.isEmpty() ? coarse : aggregate(coarse.timeframe(), fine)).isEqualTo(coarse);
			}
		}
	}

	@Property(tries = 200)
	void noBarKnowsThePrintThatClosedItOrAnyLaterOne(@ForAll("tapes") List<Tick> tape) {
		BarBuilder builder = new BarBuilder(SYMBOL, ALL);

		for (Tick tick : tape) {
			for (Bar bar : builder.add(tick)) {
				assertThat(bar.closeAt()).isBeforeOrEqualTo(tick.at());
				assertThat(bar.lastSequence()).isLessThan(tick.sequence());
			}
		}
	}

	@Property(tries = 200)
	void barsComeByTimeOfClosingThenFinestFirst(@ForAll("tapes") List<Tick> tape) {
		assertThat(build(new BarBuilder(SYMBOL, ALL), tape))
			.isSortedAccordingTo(Comparator.comparing(Bar::closeAt).thenComparing(Bar::timeframe));
	}

	@Property(tries = 200)
	void noPrintIsLostOrCountedTwice(@ForAll("tapes") List<Tick> tape) {
		BarBuilder builder = new BarBuilder(SYMBOL, ALL);
		List<Bar> built = build(builder, tape);

		for (Timeframe timeframe : ALL) {
			List<Bar> all = new ArrayList<>(built.stream().filter(it -> it.timeframe() == timeframe).toList());
			builder.unfinished(timeframe).ifPresent(all::add);
			assertThat(all.stream().mapToLong(Bar::trades).sum()).isEqualTo(tape.size());
			assertThat(all.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add))
				.isEqualByComparingTo(tape.stream().map(Tick::size).reduce(BigDecimal.ZERO, BigDecimal::add));
		}
	}

	@Property(tries = 300)
	void barsGoOnAsIfNothingHappenedAfterARestart(@ForAll("tapes") List<Tick> tape, @ForAll int where) {
		EnumSet<Timeframe> stored = EnumSet.range(Timeframe.M1, Timeframe.D1);
		int cut = Math.floorMod(where, tape.size());
		List<Bar> before = build(new BarBuilder(SYMBOL, stored), tape.subList(0, cut));
		List<Bar> kept = before.stream().filter(it -> it.timeframe() == Timeframe.M1).toList();
		Instant known = kept.isEmpty() ? Instant.MIN : kept.getLast().closeAt();

		BarBuilder restarted = new BarBuilder(SYMBOL, stored);
		List<Bar> after = new ArrayList<>();
		kept.forEach(bar -> after.addAll(restarted.add(bar)));
		after.addAll(build(restarted, tape.stream().filter(it -> !it.at().isBefore(known)).toList()));

		List<Bar> uninterrupted = build(new BarBuilder(SYMBOL, stored), tape);
		assertThat(after).isEqualTo(uninterrupted.stream().filter(it -> !kept.contains(it)).toList());
	}

	@Property(tries = 200)
	void cleanedTapeIsTheSameHoweverOftenPrintsRepeat(@ForAll("tapes") List<Tick> tape, @ForAll int step) {
		TickCleaner cleaner = new TickCleaner();
		List<Tick> noisy = new ArrayList<>();
		for (Tick tick : tape) {
			noisy.add(tick);
			noisy.add(tape.get(Math.floorMod(step, Math.toIntExact(tick.sequence()))));
		}

		assertThat(noisy.stream().filter(it -> cleaner.check(it) == null).collect(toList())).isEqualTo(tape);
		assertThat(cleaner.dropped().get(TickFlaw.DUPLICATE)).isEqualTo(tape.size());
	}

	private static List<Bar> build(BarBuilder builder, List<Tick> tape) {
		return tape.stream().flatMap(it -> builder.add(it).stream()).toList();
	}

	/** The slow and obvious way. */
	private static List<Bar> plainly(Timeframe timeframe, List<Tick> tape) {
		return tape.stream()
			.collect(groupingBy(it -> timeframe.floor(it.at()), TreeMap::new, toList()))
			.values()
			.stream()
			.map(prints -> aggregate(timeframe, prints.stream().map(BarPropertyTests::single).toList()))
			.toList();
	}

	private static Bar single(Tick tick) {
		return new Bar(SYMBOL, Timeframe.S1, Timeframe.S1.floor(tick.at()), tick.price(), tick.price(), tick.price(),
				tick.price(), tick.size(), 1, tick.sequence());
	}

	private static Bar aggregate(Timeframe timeframe, List<Bar> parts) {
		return new Bar(SYMBOL, timeframe, timeframe.floor(parts.getFirst().openAt()), plain(parts.getFirst().open()),
				plain(parts.stream().map(Bar::high).max(Comparator.naturalOrder()).orElseThrow()),
				plain(parts.stream().map(Bar::low).min(Comparator.naturalOrder()).orElseThrow()),
				plain(parts.getLast().close()),
				plain(parts.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add)),
				parts.stream().mapToLong(Bar::trades).sum(), parts.getLast().lastSequence());
	}

	private static BigDecimal plain(BigDecimal value) {
		return new BigDecimal(value.stripTrailingZeros().toPlainString());
	}
}
