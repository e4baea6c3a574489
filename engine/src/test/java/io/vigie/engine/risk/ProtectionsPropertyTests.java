package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** No order of arrival gets past a protection: whatever locks when all is known has locked by the time that all is known. */
class ProtectionsPropertyTests {

	private final Protections protections = new Protections(ProtectionsTests.LIMITS, Timeframe.M1);

	record Told(int minute, BigDecimal amount, boolean stopOut) {
	}

	@Property(tries = 200)
	void lateSalesLockAsIfTheyHadComeInTime(@ForAll @Size(max = 30) List<@From("told") Told> told, @ForAll Random random) {
		List<ClosedTrade> trades = new ArrayList<>();
		told.forEach(it -> trades.add(new ClosedTrade("order " + trades.size(), "BTC/USD", it.stopOut, it.amount, BigDecimal.TEN, NOON.plusSeconds(60L * it.minute))));
		List<Lock> inTime = sales(trades);
		Collections.shuffle(trades, random);
		assertThat(arriving(trades, ClosedTrade::at, this::sales)).containsAll(inTime);
	}

	@Property(tries = 200)
	void noOrderOfArrivalHidesAStopOut(@ForAll @Size(min = 4, max = 12) List<@From("told") Told> told, @ForAll Random random) {
		List<ClosedTrade> trades = new ArrayList<>();
		told.forEach(it -> trades.add(new ClosedTrade("order " + trades.size(), "BTC/USD", true, BigDecimal.ONE.negate(), BigDecimal.TEN, NOON.plusSeconds(it.minute % 24))));
		Collections.shuffle(trades, random);
		assertThat(arriving(trades, ClosedTrade::at, this::sales)).anySatisfy(it -> assertThat(it.kind()).isEqualTo(Lock.Kind.STOP_OUT_GUARD));
	}

	/** Whatever is approved, in whatever order it comes: no minute of market time ever holds more entries than the limit. */
	@Property(tries = 200)
	void noOrderOfArrivalFillsAMinuteAboveTheRate(@ForAll @Size(max = 60) List<@From("told") Told> told) {
		int most = 3;
		Limits it = RiskFixtures.LIMITS;
		Limits limits = new Limits(it.sizing(), it.maxPosition(), it.stopLoss(), it.takeProfit(), it.minConfidence(), it.stalePrice(),
				it.lateProposal(), it.priceCollar(), most, it.exposure());
		List<Integer> approved = new ArrayList<>();
		for (Told idea : told) {
			int around = (int) approved.stream().filter(second -> Math.abs(second - idea.minute) < 60).count();
			if (RiskFixtures.goodIdea().after(around, TradeRecord.NONE).limitedBy(limits).judged() instanceof Ruling.Approved) {
				approved.add(idea.minute);
			}
		}
		for (int begin : approved) {
			assertThat(approved.stream().filter(second -> second >= begin && second < begin + 60).count()).isLessThanOrEqualTo(most);
		}
	}

	private List<Lock> sales(List<ClosedTrade> trades) {
		List<Lock> locks = new ArrayList<>(protections.stopOuts(trades));
		locks.addAll(protections.losingSymbols(trades, BigDecimal.valueOf(100)));
		return locks;
	}

	/** As the service does it: each time one comes, it looks at those known within reach of it, for moments from then on. */
	private <T> List<Lock> arriving(List<T> all, Function<T, Instant> at, Function<List<T>, List<Lock>> look) {
		BiFunction<T, T, Boolean> near = (one, other) -> Duration.between(at.apply(one), at.apply(other)).abs().compareTo(protections.reach()) <= 0;
		List<T> known = new ArrayList<>();
		List<Lock> locks = new ArrayList<>();
		for (T one : all) {
			known.add(one);
			look.apply(known.stream().filter(it -> near.apply(one, it)).toList())
				.stream()
				.filter(it -> !it.from().isBefore(at.apply(one)))
				.forEach(locks::add);
		}
		return locks;
	}

	@Provide
	Arbitrary<Told> told() {
		return Combinators.combine(Arbitraries.integers().between(0, 600), Arbitraries.bigDecimals().between(BigDecimal.valueOf(-3), BigDecimal.ONE).ofScale(2),
				Arbitraries.of(true, false)).as(Told::new);
	}
}
