package io.vigie.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PositionTests {

	private final Position none = Position.none("BTC/USD");

	@Test
	void averagesWhatWasPaid() {
		Position position = none.moved(decimal("1"), decimal("100")).moved(decimal("3"), decimal("340"));

		assertThat(position.quantity()).isEqualByComparingTo("4");
		assertThat(position.averagePrice()).isEqualByComparingTo("110");
	}

	@Test
	void realisesAgainstTheAverage() {
		Position position = none.moved(decimal("4"), decimal("400")).moved(decimal("-1"), decimal("-130"));

		assertThat(position.realised()).isEqualByComparingTo("30");
		assertThat(position.averagePrice()).isEqualByComparingTo("100");
		assertThat(position.unrealised(decimal("120"))).isEqualByComparingTo("60");
	}

	@Test
	void realisesExactlyWhatCameInMinusWhatWentOutOnceFlat() {
		Position position = none.moved(decimal("3"), decimal("100"))
			.moved(decimal("-1"), decimal("-33.4"))
			.moved(decimal("-1"), decimal("-33.4"))
			.moved(decimal("-1"), decimal("-33.4"));

		assertThat(position.quantity()).isZero();
		assertThat(position.cost()).isZero();
		assertThat(position.realised()).isEqualByComparingTo("0.2");
		assertThat(position.averagePrice()).isZero();
	}

	@Test
	void opensTheOtherWayWhenMoreIsSoldThanHeld() {
		Position position = none.moved(decimal("2"), decimal("200")).moved(decimal("-3"), decimal("-330"));

		assertThat(position.quantity()).isEqualByComparingTo("-1");
		assertThat(position.realised()).isEqualByComparingTo("20");
		assertThat(position.averagePrice()).isEqualByComparingTo("110");
		assertThat(position.moved(decimal("1"), decimal("100")).realised()).isEqualByComparingTo("30");
	}

	@Test
	void keepsTheCostThroughASplit() {
		Position position = none.moved(decimal("10"), decimal("1000")).split(decimal("30"));

		assertThat(position.averagePrice()).isEqualByComparingTo("25");
	}

	@Test
	void givesUnitsAwayAtTheirCost() {
		Position position = none.moved(decimal("10"), decimal("1000")).withoutUnits(decimal("1"));

		assertThat(position.cost()).isEqualByComparingTo("900");
		assertThat(position.averagePrice()).isEqualByComparingTo("100");
		assertThat(position.realised()).isZero();
	}

	@Test
	void takesUnitsForAFeeThatIsToldBeforeItsFill() {
		Position position = none.withoutUnits(decimal("0.1"));
		assertThat(position.quantity()).isEqualByComparingTo("-0.1");
		assertThat(position.cost()).isZero();

		Position bought = position.moved(decimal("1"), decimal("200"));
		assertThat(bought.quantity()).isEqualByComparingTo("0.9");
		assertThat(bought.averagePrice()).isEqualByComparingTo("200");
		assertThat(bought.realised()).isEqualByComparingTo("-20");
	}

	@Test
	void givesNoMoreCostAwayThanThereIs() {
		Position position = none.moved(decimal("1"), decimal("200")).withoutUnits(decimal("3"));

		assertThat(position.quantity()).isEqualByComparingTo("-2");
		assertThat(position.cost()).isZero();
	}

	@Test
	void keepsTheAverageExactThroughASplitThatLeavesAFraction() {
		Position position = none.moved(decimal("10"), decimal("1000")).split(decimal("-6.666666666666666667"));
		assertThat(position.cost()).isEqualByComparingTo("1000");

		Position whole = position.moved(decimal("-0.333333333333333333"), decimal("-110"));
		assertThat(whole.quantity()).isEqualByComparingTo("3");
		assertThat(whole.cost().add(decimal("110")).subtract(whole.realised())).isEqualByComparingTo("1000");
		assertThat(whole.realised().setScale(9, java.math.RoundingMode.HALF_EVEN)).isEqualByComparingTo("10");
	}

	@Test
	void lowersTheCostByMoneyWithoutUnits() {
		Position position = none.moved(decimal("10"), decimal("1000")).moved(BigDecimal.ZERO, decimal("-7"));

		assertThat(position.cost()).isEqualByComparingTo("993");
		assertThat(position.realised()).isZero();
	}

	@Test
	void realisesMoneyForUnitsThatAreGone() {
		Position position = none.moved(BigDecimal.ZERO, decimal("-7"));

		assertThat(position.cost()).isZero();
		assertThat(position.realised()).isEqualByComparingTo("7");

		Position nothingLeft = none.moved(decimal("5"), decimal("50")).split(decimal("-5")).moved(BigDecimal.ZERO, decimal("-45"));
		assertThat(nothingLeft.cost()).isZero();
		assertThat(nothingLeft.realised()).isEqualByComparingTo("-5");
	}

	@Test
	void showsTheAverageOfAShortPositionPlainly() {
		assertThat(none.moved(decimal("-4"), decimal("-4000")).averagePrice()).hasToString("1000");
		assertThat(none.moved(decimal("-4"), decimal("-4000")).value(decimal("900"))).isEqualByComparingTo("-3600");
		assertThat(none.moved(decimal("3"), decimal("100")).averagePrice()).hasToString("33.333333333333333333");
	}

	/** The naive model keeps every purchase and sale and reckons from the start each time, in fractions of whole numbers. */
	@Property(tries = 500)
	void agreesWithANaiveModel(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = -20, max = 20) Integer> moves,
			@ForAll @IntRange(min = 1, max = 500) int price) {
		Position position = none;
		BigDecimal received = BigDecimal.ZERO;
		int held = 0;
		int step = price;
		for (int move : moves) {
			int units = Math.max(move, -held);
			if (units == 0) {
				continue;
			}
			step = 1 + (step * 31 + 17) % 500;
			BigDecimal paid = BigDecimal.valueOf((long) units * step);
			position = position.moved(BigDecimal.valueOf(units), paid);
			received = received.subtract(paid);
			held += units;
		}
		assertThat(position.quantity()).isEqualByComparingTo(BigDecimal.valueOf(held));
		// What went out minus what came in is what the holding cost plus what was lost: to the last digit, however it was cut.
		assertThat(position.realised().subtract(position.cost())).isEqualByComparingTo(received);
		if (held == 0) {
			assertThat(position.realised()).isEqualByComparingTo(received);
		}
		else {
			assertThat(position.cost().signum()).isPositive();
		}
	}

	private static BigDecimal decimal(String value) {
		return new BigDecimal(value);
	}
}
