package io.vigie.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class HoldTests {

	private final Hold hold = Hold.of(new BigDecimal("100"));

	@Test
	void shrinksWithWhatIsFilled() {
		assertThat(hold.filled(new BigDecimal("1"), new BigDecimal("4")).remaining()).isEqualByComparingTo("75");
	}

	@Test
	void isPostedByTheLastFill() {
		Hold posted = hold.filled(BigDecimal.ONE, BigDecimal.TWO).filled(BigDecimal.TWO, BigDecimal.TWO);

		assertThat(posted).isEqualTo(new Hold(new BigDecimal("100"), BigDecimal.ZERO, BigDecimal.ZERO, Hold.State.POSTED));
	}

	@Test
	void isVoidedWhenNothingFilled() {
		assertThat(hold.ended(BigDecimal.ZERO).state()).isEqualTo(Hold.State.VOIDED);
		assertThat(hold.ended(BigDecimal.ONE).state()).isEqualTo(Hold.State.POSTED);
		assertThat(hold.ended(BigDecimal.ZERO).remaining()).isZero();
	}

	@Test
	void neverComesBack() {
		Hold voided = hold.ended(BigDecimal.ZERO);

		assertThat(voided.filled(BigDecimal.ONE, BigDecimal.TWO)).isEqualTo(voided);
		assertThat(voided.ended(BigDecimal.ONE)).isEqualTo(voided);
	}

	@Test
	void neverGrowsWhenFillsAreCountedBackwards() {
		Hold half = hold.filled(BigDecimal.ONE, BigDecimal.TWO);

		assertThat(half.filled(BigDecimal.ZERO, BigDecimal.TWO)).isEqualTo(half);
	}

	@Test
	void doesNotSetAsideWhatIsGone() {
		Hold dear = hold.paying(new BigDecimal("30")).filled(BigDecimal.ONE, new BigDecimal("4"));
		assertThat(dear.remaining()).isEqualByComparingTo("70");

		Hold cheap = hold.paying(new BigDecimal("20")).filled(BigDecimal.ONE, new BigDecimal("4"));
		assertThat(cheap.remaining()).isEqualByComparingTo("75");
		assertThat(cheap.paying(new BigDecimal("5")).remaining()).isEqualByComparingTo("75");
		assertThat(cheap.paying(new BigDecimal("6")).remaining()).isEqualByComparingTo("74");
	}

	@Test
	void keepsNothingOnceMoreIsGoneThanWasSetAside() {
		Hold overspent = hold.paying(new BigDecimal("120"));

		assertThat(overspent.remaining()).isZero();
		assertThat(overspent.paid()).isEqualByComparingTo("120");
		assertThat(overspent.state()).isEqualTo(Hold.State.PENDING);
	}

	@Test
	void takesNoFeeFromAHoldThatHasEnded() {
		Hold posted = hold.filled(BigDecimal.TWO, BigDecimal.TWO);

		assertThat(posted.paying(BigDecimal.ONE)).isSameAs(posted);
	}

	@Test
	void keepsAllOrNothing() {
		assertThat(Hold.of(BigDecimal.ZERO).remaining()).isZero();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Hold(BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("-1"), Hold.State.PENDING));
	}

	@Test
	void refusesWhatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> Hold.of(new BigDecimal("-1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new Hold(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.TWO, Hold.State.PENDING));
		assertThatIllegalArgumentException().isThrownBy(() -> new Hold(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE, Hold.State.VOIDED));
	}
}
