package io.vigie.executor.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.vigie.executor.ledger.Opening;
import io.vigie.executor.order.CatchUp;
import io.vigie.executor.order.Movement;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.venue.VenueActivity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ExaminationTests {

	private static final Instant OPENED = Instant.parse("2026-11-01T00:00:00Z");
	private static final Instant BOOKED = Instant.parse("2026-11-20T12:00:00Z");
	private static final Drift GONE = Drift.of("cash", "USD", new BigDecimal("100"), new BigDecimal("90"));

	private final Comparison comparison = mock(Comparison.class);
	private final CatchUp catchUp = mock(CatchUp.class);
	private final Settlement settlement = mock(Settlement.class);
	private final Examination examination = examination(OPENED, true);

	@BeforeEach
	void nothingIsMissing() {
		when(catchUp.missing(any(), any())).thenReturn(List.of());
	}

	@Test
	void looksOnceWhereAllAgrees() {
		when(comparison.look()).thenReturn(look(true));

		Examination.Outcome outcome = examination.examine();

		assertThat(outcome.confirmed()).isTrue();
		assertThat(outcome.findings()).isEmpty();
		assertThat(outcome.historyUntil()).isEqualTo(BOOKED);
		verify(comparison).look();
	}

	@Test
	void confirmsWhatTwoQuietLooksSee() {
		when(comparison.look()).thenReturn(look(true, GONE));

		Examination.Outcome outcome = examination.examine();

		assertThat(outcome.confirmed()).isTrue();
		assertThat(outcome.look().drifts()).containsExactly(GONE);
		verify(comparison, times(2)).look();
	}

	@Test
	void confirmsNothingWhileSomethingHappens() {
		when(comparison.look()).thenReturn(look(false, GONE));

		Examination.Outcome outcome = examination.examine();

		assertThat(outcome.confirmed()).isFalse();
		assertThat(outcome.historyUntil()).isNull();
		assertThat(outcome.findings()).isEmpty();
		verify(comparison, times(8)).look();
	}

	@Test
	void doesNotTrustAgreementWhileSomethingHappens() {
		when(comparison.look()).thenReturn(look(false), look(true));

		assertThat(examination.examine().confirmed()).isTrue();
		verify(comparison, times(2)).look();
	}

	@Test
	void confirmsNoDifferenceThatChanges() {
		Drift more = Drift.of("cash", "USD", new BigDecimal("100"), new BigDecimal("80"));
		when(comparison.look()).thenReturn(look(true, GONE), look(true, more), look(true, GONE), look(true, more), look(true, GONE),
				look(true, more), look(true, GONE), look(true, more));

		assertThat(examination.examine().confirmed()).isFalse();
	}

	@Test
	void callsLateWhatIsGoneAtTheNextLook() {
		when(comparison.look()).thenReturn(look(true, GONE), look(true));

		Examination.Outcome outcome = examination.examine();

		assertThat(outcome.findings()).singleElement().satisfies(it -> {
			assertThat(it.driftClass()).isEqualTo(DriftClass.LATE_EVENT);
			assertThat(it.difference()).isEqualByComparingTo("-10");
			assertThat(it.booked()).isNull();
		});
	}

	@Test
	void leavesWhatComesByItself() {
		VenueActivity fee = activity("7", "CFEE");
		when(catchUp.missing(any(), any())).thenReturn(List.of(fee), List.of());
		when(comparison.look()).thenReturn(look(true));

		assertThat(examination.examine().findings()).extracting(Finding::driftClass).containsExactly(DriftClass.LATE_EVENT);
		verify(catchUp).book(List.of());
	}

	@Test
	void waitsForNothingBeforeAnybodyListens() {
		VenueActivity fee = activity("7", "CFEE");
		var starting = examination(OPENED, false);
		when(catchUp.missing(any(), any())).thenReturn(List.of(fee));
		when(catchUp.book(List.of(fee))).thenReturn(List.of(new CatchUp.Found(fee, Movement.FEE, false)));
		when(comparison.look()).thenReturn(look(true));

		assertThat(starting.examine().findings()).extracting(Finding::driftClass).containsExactly(DriftClass.MISSING_FEE);
		verify(catchUp).missing(any(), any());
	}

	@Test
	void doesNotKeepTheStartWaitingForTheBrokerToRest() {
		var starting = examination(OPENED, false);
		when(comparison.look()).thenReturn(look(false));
		assertThat(starting.examine().confirmed()).isFalse();
		verify(comparison).look();

		when(comparison.look()).thenReturn(look(false, GONE));
		assertThat(examination(OPENED, false).examine().confirmed()).isFalse();
		verify(comparison, times(4)).look();
	}

	@Test
	void booksWhatDoesNotCome() {
		VenueActivity fee = activity("7", "CFEE");
		when(catchUp.missing(any(), any())).thenReturn(List.of(fee), List.of(fee, activity("8", "DIV")));
		when(catchUp.book(List.of(fee))).thenReturn(List.of(new CatchUp.Found(fee, Movement.FEE, false)));
		when(comparison.look()).thenReturn(look(true));

		assertThat(examination.examine().findings()).singleElement().satisfies(it -> {
			assertThat(it.driftClass()).isEqualTo(DriftClass.MISSING_FEE);
			assertThat(it.booked()).isEqualTo("activity:7");
		});
	}

	@Test
	void looksFarBackBeforeAnythingIsCalledUnexplained() {
		when(comparison.look()).thenReturn(look(true, GONE));

		examination.examine();

		var since = ArgumentCaptor.forClass(Instant.class);
		verify(catchUp, times(3)).missing(since.capture(), any());
		assertThat(since.getAllValues()).containsExactly(BOOKED.minus(Duration.ofDays(1)), BOOKED.minus(Duration.ofDays(1)), BOOKED.minus(Duration.ofDays(7)));
		verify(catchUp, never()).adopt(anyList());
	}

	@Test
	void goesOnLookingWhereTheFarPastExplainsIt() {
		VenueActivity fee = activity("7", "CFEE");
		when(catchUp.missing(any(), any())).thenReturn(List.of(), List.of(), List.of(fee), List.of(fee), List.of());
		when(catchUp.book(List.of(fee))).thenReturn(List.of(new CatchUp.Found(fee, Movement.FEE, false)));
		when(comparison.look()).thenReturn(look(true, GONE), look(true, GONE), look(true));

		Examination.Outcome outcome = examination.examine();

		assertThat(outcome.confirmed()).isTrue();
		assertThat(outcome.look().agrees()).isTrue();
		assertThat(outcome.findings()).extracting(Finding::driftClass).contains(DriftClass.MISSING_FEE);
	}

	@Test
	void neverLooksBackBeyondWhatTheOpeningKnows() {
		var young = examination(BOOKED, true);
		when(comparison.look()).thenReturn(look(true, GONE));

		young.examine();

		var since = ArgumentCaptor.forClass(Instant.class);
		verify(catchUp, times(3)).missing(since.capture(), any());
		assertThat(since.getAllValues().getLast()).isEqualTo(BOOKED.minus(Opening.KNOWN_FOR));
	}

	private Examination examination(Instant opened, boolean listening) {
		return new Examination(comparison, catchUp, settlement, new Opening(opened, Set.of()), BOOKED, listening, Duration.ofMillis(1));
	}

	private static Look look(boolean settled, Drift... drifts) {
		return new Look(List.of(drifts), settled, List.of(), List.of(), Map.of(), Map.of(), BOOKED, Map.of());
	}

	private static VenueActivity activity(String id, String kind) {
		return new VenueActivity(id, kind, BOOKED, null, null, null, new BigDecimal("-10"), null, "");
	}
}
