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

		assertThat(posted).isEqualTo(new Hold(new BigDecimal("100"), BigDecimal.ZERO, Hold.State.POSTED));
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
	void refusesWhatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> Hold.of(new BigDecimal("-1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new Hold(BigDecimal.ONE, BigDecimal.TWO, Hold.State.PENDING));
		assertThatIllegalArgumentException().isThrownBy(() -> new Hold(BigDecimal.ONE, BigDecimal.ONE, Hold.State.VOIDED));
	}
}
