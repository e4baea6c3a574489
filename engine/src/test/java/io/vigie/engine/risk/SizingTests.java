package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.APPLE;
import static io.vigie.engine.risk.RiskFixtures.BITCOIN;
import static io.vigie.engine.risk.RiskFixtures.CRYPTO_COSTS;
import static io.vigie.engine.risk.RiskFixtures.FIFTH;
import static io.vigie.engine.risk.RiskFixtures.account;
import static io.vigie.engine.risk.RiskFixtures.goodIdea;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.market.Listing;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SizingTests {

	@Test
	void takesTheFractionMeantRoundedDownToTheLot() {
		assertThat(approved(goodIdea()).quantity()).isEqualByComparingTo("5.5555");
		assertThat(approved(goodIdea().of(new Terms(APPLE, CRYPTO_COSTS))).quantity()).isEqualByComparingTo("5");
	}

	@Test
	void protectsEveryEntry() {
		Ruling.Approved approved = approved(goodIdea().at("913.37"));
		// 913.37 less 2 % is 895.1026, plus 4 % is 949.9048: both rounded up to the cent.
		assertThat(approved.stopLoss()).isEqualByComparingTo("895.11");
		assertThat(approved.takeProfit()).isEqualByComparingTo("949.91");
	}

	@Test
	void holdsWhatTheEntryMayCostAtWorst() {
		// 5.5555 at 900, 1 % worse, 0.25 % fee on top.
		assertThat(approved(goodIdea()).hold()).isEqualByComparingTo("5062.57437375");
	}

	@Test
	void sizesDownToFreeCashInsteadOfRefusing() {
		Ruling.Approved approved = approved(goodIdea().with(account("25000", "24000")));
		assertThat(approved.hold()).isLessThanOrEqualTo(number("1000"));
		assertThat(approved.quantity()).isEqualByComparingTo("1.0973");
	}

	@Test
	void sizesDownToThePositionLimitInsteadOfRefusing() {
		Limits tight = RiskFixtures.limits(FIFTH, "0.10", "0.02", "0.04", RiskFixtures.WIDE);
		assertThat(approved(goodIdea().limitedBy(tight)).quantity()).isEqualByComparingTo("2.7777");
	}

	@Test
	void sizesDownToTheRoomThatExposureLimitsLeave() {
		ExposureLimits tenth = new ExposureLimits(number("0.1"), number("1"), number("1"), number("1"), number("1"), number("10"));
		Ruling.Approved approved = approved(goodIdea().limitedBy(RiskFixtures.limits(tenth))
			.out(RiskFixtures.exposure("100000", "9000.123456789123", "0", "0", null, "0", "0")));
		assertThat(approved.hold()).isLessThanOrEqualTo(number("999.876543210877"));
		assertThat(approved.quantity()).isEqualByComparingTo("1.0972");
	}

	@Test
	void measuresByWhatIsLeftOfTheCapital() {
		Account afterLosses = new Account(number("25000"), number("10000"), BigDecimal.ZERO, number("10000"));
		Account afterGains = new Account(number("25000"), number("50000"), BigDecimal.ZERO, number("50000"));
		assertThat(approved(goodIdea().with(afterLosses)).quantity()).isEqualByComparingTo("2.2222");
		assertThat(approved(goodIdea().with(afterGains)).quantity()).isEqualByComparingTo("5.5555");
	}

	@Test
	void refusesWhenNothingIsLeftAtAll() {
		Account ruined = new Account(number("25000"), number("-3"), BigDecimal.ZERO, number("-3"));
		assertThat(goodIdea().with(ruined).judged()).isInstanceOfSatisfying(Ruling.Refused.class,
				refused -> assertThat(refused.by()).contains("min-notional", "solvency", "max-position"));
	}

	@Test
	void knowsTheLeastOrderOfTheVenue() {
		assertThat(Sizing.least(new Terms(BITCOIN, CRYPTO_COSTS), number("900"))).isEqualByComparingTo("0.0012");
		assertThat(Sizing.least(new Terms(BITCOIN, CRYPTO_COSTS), number("10000"))).isEqualByComparingTo("0.0001");
		assertThat(Sizing.least(new Terms(BITCOIN, CRYPTO_COSTS), number("100000"))).isEqualByComparingTo("0.0001");
	}

	@Test
	void neverSizesDownBelowTheVenuesLeastQuantity() {
		Terms listed = new Terms(BITCOIN, CRYPTO_COSTS).at(new Listing("BTC/USD", true, true, false, number("1.00005"), null, null));
		assertThat(Sizing.least(listed, number("900"))).isEqualByComparingTo("1.0001");
		assertThat(goodIdea().of(listed).with(account("25000", "24500")).judged()).isInstanceOfSatisfying(Ruling.Refused.class,
				refused -> assertThat(refused.by()).containsExactly("solvency"));
	}

	@Test
	void sizesAndProtectsOnTheVenuesGrid() {
		Terms listed = new Terms(BITCOIN, CRYPTO_COSTS).at(new Listing("BTC/USD", true, true, false, null, number("0.003"), number("5")));
		Ruling.Approved approved = approved(goodIdea().at("913.37").of(listed));
		assertThat(approved.quantity()).isEqualByComparingTo("5.472");
		assertThat(approved.stopLoss()).isEqualByComparingTo("900");
		assertThat(approved.takeProfit()).isEqualByComparingTo("950");
	}

	@Test
	void rejectsSenselessLimitsAndCosts() {
		assertThatThrownBy(() -> new Costs(number("-0.01"), BigDecimal.ZERO)).hasMessageContaining("must not be negative");
		assertThatThrownBy(() -> new Costs(BigDecimal.ZERO, number("-0.01"))).hasMessageContaining("must not be negative");
		assertThatThrownBy(() -> limits("0", "0.02")).hasMessageContaining("above zero");
		assertThatThrownBy(() -> limits("0.2", "1")).hasMessageContaining("at or below zero");
	}

	private static Limits limits(String fraction, String stopLoss) {
		return RiskFixtures.limits(FIFTH, fraction, stopLoss, "0.04", RiskFixtures.WIDE);
	}

	private static Ruling.Approved approved(RiskFixtures idea) {
		Ruling ruling = idea.judged();
		assertThat(ruling).isInstanceOf(Ruling.Approved.class);
		return (Ruling.Approved) ruling;
	}
}
