package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.APPLE;
import static io.vigie.engine.risk.RiskFixtures.CRYPTO_COSTS;
import static io.vigie.engine.risk.RiskFixtures.account;
import static io.vigie.engine.risk.RiskFixtures.goodIdea;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Somebody says how much: then that is the most, and every limit still counts. */
class WantedTests {

	@Test
	void buysAsManyUnitsAsAskedFor() {
		Ruling.Approved approved = approved(wanting("1080", false));

		assertThat(approved.quantity()).isEqualByComparingTo("1.2");
		assertThat(approved.notional()).as("it goes out by quantity").isNull();
	}

	/** 1000 buy 1.1111 at 900, and a bit of a lot more where the price gets better. */
	@Test
	void spendsWhatWasAskedFor() {
		Ruling.Approved approved = approved(wanting("1000", true));

		assertThat(approved.notional()).isEqualByComparingTo("1000");
		assertThat(approved.quantity()).isEqualByComparingTo("1.1111");
		assertThat(approved.hold()).as("the units at 1 % worse cost more than the money, fee included").isEqualByComparingTo("1012.51487475");
		assertThat(approved.stopLoss()).isEqualByComparingTo("882");
	}

	/** One lot is worth more than the slippage allowance: the money counts. */
	@Test
	void holdsTheMoneyWhereItBuysMoreThanTheEstimate() {
		Ruling.Approved approved = approved(wanting("1.07", true));

		assertThat(approved.quantity()).isEqualByComparingTo("0.0011");
		assertThat(approved.hold()).isEqualByComparingTo("1.072675");
	}

	@Test
	void spendsLessWhereLessIsFree() {
		Ruling.Approved approved = approved(wanting("2000", true).with(account("25000", "24000")));

		assertThat(approved.notional()).isLessThan(number("1000"));
		assertThat(approved.notional()).isEqualByComparingTo(approved.quantity().multiply(number("900")).setScale(2, RoundingMode.DOWN));
		assertThat(approved.hold()).isLessThanOrEqualTo(number("1000"));
	}

	@Test
	void staysBelowThePositionLimit() {
		assertThat(approved(wanting("20000", true)).notional()).isLessThanOrEqualTo(number("5000"));
		assertThat(approved(wanting("20000", false)).quantity()).isEqualByComparingTo("5.5555");
	}

	@Test
	void refusesLessThanTheVenueTakes() {
		Ruling refused = wanting("0.5", true).judged();

		assertThat(((Ruling.Refused) refused).by()).contains("min-notional");
	}

	@Test
	void countsOnlyWholeUnitsWhereTheLotIsOne() {
		assertThat(approved(wanting("1850", false).of(new Terms(APPLE, CRYPTO_COSTS))).quantity()).isEqualByComparingTo("2");
	}

	@Property(tries = 300)
	void neverHoldsLessThanItSpendsNorMoreThanIsFree(@ForAll @IntRange(min = 100, max = 600_000) int cents, @ForAll @IntRange(min = 0, max = 25_000) int held,
			@ForAll @IntRange(min = 1, max = 200_000) int price) {
		BigDecimal notional = BigDecimal.valueOf(cents, 2);
		RiskFixtures idea = wanting(notional.toPlainString(), true, BigDecimal.valueOf(price, 2).toPlainString()).with(account("25000", String.valueOf(held)));

		if (idea.judged() instanceof Ruling.Approved approved) {
			BigDecimal spent = approved.notional();
			assertThat(spent).isNotNull().isPositive().isLessThanOrEqualTo(notional);
			assertThat(spent.scale()).isLessThanOrEqualTo(2);
			assertThat(approved.hold()).isGreaterThanOrEqualTo(spent.multiply(number("1.0025"))).isLessThanOrEqualTo(BigDecimal.valueOf(25_000L - held));
			assertThat(approved.quantity()).isPositive();
		}
	}

	private static RiskFixtures wanting(String notional, boolean byValue) {
		return wanting(notional, byValue, "900");
	}

	private static RiskFixtures wanting(String notional, boolean byValue, String price) {
		Offer it = goodIdea().at(price).offer();
		return goodIdea().offering(new Offer(it.confidence(), it.price(), it.references(), it.atr(), it.at(), it.priceAge(), it.waited(),
				new Offer.Wanted(number(notional), byValue)));
	}

	private static Ruling.Approved approved(RiskFixtures idea) {
		Ruling ruling = idea.judged();
		assertThat(ruling).as(String.valueOf(ruling)).isInstanceOf(Ruling.Approved.class);
		return (Ruling.Approved) ruling;
	}
}
