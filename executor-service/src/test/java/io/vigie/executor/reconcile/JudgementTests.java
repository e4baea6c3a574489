package io.vigie.executor.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vigie.executor.price.LastPrices;
import io.vigie.executor.venue.VenuePosition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgementTests {

	private final Adjustments adjustments = mock(Adjustments.class);
	private final LastPrices prices = mock(LastPrices.class);
	private final Judgement judgement = new Judgement(adjustments, prices, new ReconcileSettings(Duration.ofHours(1), BigDecimal.TEN));

	@BeforeEach
	void nothingIsKnown() {
		when(adjustments.opposite(any())).thenReturn(Optional.empty());
		when(prices.of(any())).thenReturn(Optional.empty());
	}

	@Test
	void booksALittleThatNothingExplains() {
		List<Judged> judged = judgement.of(look(cash("-10")), null);

		assertThat(judged).singleElement().satisfies(it -> {
			assertThat(it.driftClass()).isEqualTo(DriftClass.UNEXPLAINED);
			assertThat(it.remedy()).isEqualTo(Judged.Remedy.ADJUST);
			assertThat(it.explanation()).contains("within the limit of 10");
		});
	}

	@Test
	void leavesMoreThanTheLimit() {
		assertThat(judgement.of(look(cash("10.01")), null)).singleElement().satisfies(it -> assertThat(it.isBookable()).isFalse());
	}

	@Test
	void countsSmallDifferencesTogether() {
		when(prices.of("ABC")).thenReturn(Optional.of(new BigDecimal("2")));
		assertThat(judgement.of(look(cash("6"), position("ABC", "1", "3")), null)).allMatch(Judged::isBookable);
		when(prices.of("ABC")).thenReturn(Optional.of(new BigDecimal("2.01")));
		assertThat(judgement.of(look(cash("6"), position("ABC", "1", "3")), null)).noneMatch(Judged::isBookable);
	}

	@Test
	void takesUnitsWithoutAPriceForMoreThanTheLimit() {
		assertThat(judgement.of(look(position("ABC", "0", "3")), null)).noneMatch(Judged::isBookable);
	}

	@Test
	void booksWhatSomebodyAnswersFor() {
		assertThat(judgement.of(look(cash("-5000")), "a wire")).singleElement().satisfies(it -> {
			assertThat(it.isBookable()).isTrue();
			assertThat(it.explanation()).isEqualTo("acknowledged: a wire");
		});
	}

	@Test
	void undoesAnAdjustmentHoweverLargeOnceItIsExplained() {
		when(adjustments.opposite(any())).thenReturn(Optional.of("adjustment:x"));

		assertThat(judgement.of(look(cash("5000")), null)).singleElement().satisfies(it -> {
			assertThat(it.driftClass()).isEqualTo(DriftClass.LATE_EVENT);
			assertThat(it.remedy()).isEqualTo(Judged.Remedy.REVERSE);
			assertThat(it.reverses()).isEqualTo("adjustment:x");
		});
	}

	@Test
	void recognisesOtherUnitsForTheSameCost() {
		assertThat(judged("10", "40", "1000", theirs("40", "25"))).isEqualTo(DriftClass.CORPORATE_ACTION);
		assertThat(judged("10", "3", "1000", theirs("3", "333.333333"))).isEqualTo(DriftClass.CORPORATE_ACTION);
	}

	@Test
	void seesNoSplitWhereTheCostChangedOrIsNotTold() {
		assertThat(judged("10", "40", "1000", theirs("40", "25.1"))).isEqualTo(DriftClass.UNEXPLAINED);
		assertThat(judged("10", "40", "1000", theirs("40", "0"))).isEqualTo(DriftClass.UNEXPLAINED);
		assertThat(judged("10", "0", "1000", null)).isEqualTo(DriftClass.UNEXPLAINED);
		assertThat(judged("0", "10", "0", theirs("10", "0"))).isEqualTo(DriftClass.UNEXPLAINED);
	}

	@Test
	void seesNoSplitInAFewUnitsMoreOrLess() {
		assertThat(judged("1000", "1001", "100000", theirs("1001", "99.9001"))).isEqualTo(DriftClass.UNEXPLAINED);
	}

	@Test
	void valuesUnitsAtTheBrokersPriceFirst() {
		when(prices.of("ABC")).thenReturn(Optional.of(new BigDecimal("3")));
		Drift drift = position("ABC", "5", "4");

		assertThat(worth(drift, new VenuePosition("ABC", new BigDecimal("4"), BigDecimal.TEN, new BigDecimal("7")))).isEqualByComparingTo("7");
		assertThat(worth(drift, new VenuePosition("ABC", new BigDecimal("4"), BigDecimal.TEN, null))).isEqualByComparingTo("3");
		when(prices.of("ABC")).thenReturn(Optional.empty());
		assertThat(worth(drift, new VenuePosition("ABC", new BigDecimal("4"), BigDecimal.TEN, null))).isEqualByComparingTo("10");
		assertThat(worth(drift, null)).isEqualByComparingTo("8");
	}

	@Test
	void hasNoRemedyForAnOrderNobodyKnowsTheEndOf() {
		Drift drift = Drift.of("order", "abc", BigDecimal.ONE, BigDecimal.ZERO);

		assertThat(judgement.of(look(drift), null)).singleElement().satisfies(it -> assertThat(it.isBookable()).isFalse());
		assertThat(judgement.of(look(drift), "so be it")).singleElement().satisfies(it -> assertThat(it.isBookable()).isFalse());
		assertThat(Judgement.unexplained(judgement.of(look(drift), null))).isZero();
	}

	private DriftClass judged(String ours, String theirs, String cost, @Nullable VenuePosition position) {
		Drift drift = position("ABC", ours, theirs);
		return judgement.of(look(Map.of("ABC", new BigDecimal(cost)), position, drift), null).getFirst().driftClass();
	}

	private BigDecimal worth(Drift drift, @Nullable VenuePosition position) {
		return judgement.of(look(Map.of("ABC", new BigDecimal("40")), position, drift), null).getFirst().worth();
	}

	private static VenuePosition theirs(String quantity, String average) {
		return new VenuePosition("ABC", new BigDecimal(quantity), new BigDecimal(average), null);
	}

	private static Drift cash(String difference) {
		return Drift.of("cash", "USD", new BigDecimal("1000"), new BigDecimal("1000").add(new BigDecimal(difference)));
	}

	private static Drift position(String symbol, String ours, String theirs) {
		return Drift.of("position", symbol, new BigDecimal(ours), new BigDecimal(theirs));
	}

	private static Look look(Drift... drifts) {
		return look(Map.of(), null, drifts);
	}

	private static Look look(Map<String, BigDecimal> costs, @Nullable VenuePosition theirs, Drift... drifts) {
		return new Look(List.of(drifts), true, List.of(), List.of(), costs, theirs == null ? Map.of() : Map.of(theirs.symbol(), theirs),
				Instant.EPOCH, Map.of());
	}
}
