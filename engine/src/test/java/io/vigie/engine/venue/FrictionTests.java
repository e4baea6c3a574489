package io.vigie.engine.venue;

import static io.vigie.engine.venue.VenueFixtures.BTC;
import static io.vigie.engine.venue.VenueFixtures.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Side;
import org.junit.jupiter.api.Test;

class FrictionTests {

	private final Execution taken = new Execution(d("800.09"), d("0.123456789"), Liquidity.TAKER);

	@Test
	void chargesTheTakerItsRateToTheLastDigit() {
		FeeModel fees = new FeeModel.MakerTaker(d("0.0015"), d("0.0025"));
		assertThat(fees.fee(taken)).isEqualByComparingTo("0.246941355777525");
	}

	@Test
	void chargesTheMakerItsOwnRate() {
		FeeModel fees = new FeeModel.MakerTaker(d("0.0015"), d("0.0025"));
		assertThat(fees.fee(new Execution(d("100"), d("2"), Liquidity.MAKER))).isEqualByComparingTo("0.3");
	}

	@Test
	void chargesAFlatFeeWhateverTheSize() {
		assertThat(new FeeModel.Flat(d("1")).fee(taken)).isEqualByComparingTo("1");
		assertThat(FeeModel.FREE.fee(taken)).isEqualByComparingTo("0");
	}

	@Test
	void holdsTheDearerOfBothRates() {
		assertThat(new FeeModel.MakerTaker(d("0.0015"), d("0.0025")).worst(d("1000"))).isEqualByComparingTo("2.5");
		assertThat(new FeeModel.Flat(d("1")).worst(d("1000"))).isEqualByComparingTo("1");
	}

	@Test
	void refusesToPayTheTrader() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FeeModel.Flat(d("-1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new FeeModel.MakerTaker(d("0"), d("-0.1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new Slippage.BasisPoints(d("-1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new Slippage.VolumeImpact(d("-1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new Depth.VolumeShare(d("0")));
	}

	@Test
	void slipsWithTheSquareOfTheShareOfVolume() {
		Slippage slippage = new Slippage.VolumeImpact(d("0.1"));
		assertThat(slippage.worsen(BTC, Side.BUY, d("1000"), d("10"), d("100"))).isEqualByComparingTo("1001");
		assertThat(slippage.worsen(BTC, Side.BUY, d("1000"), d("20"), d("100"))).isEqualByComparingTo("1004");
	}

	@Test
	void countsNoMoreThanTheWholeVolumeAsShare() {
		Slippage slippage = new Slippage.VolumeImpact(d("0.1"));
		assertThat(slippage.worsen(BTC, Side.SELL, d("1000"), d("500"), d("100"))).isEqualByComparingTo("900");
		assertThat(slippage.worsen(BTC, Side.SELL, d("1000"), d("500"), d("0"))).isEqualByComparingTo("1000");
	}

	@Test
	void neverSlipsASellToNothing() {
		Slippage slippage = new Slippage.BasisPoints(d("20000"));
		assertThat(slippage.worsen(BTC, Side.SELL, d("1"), d("1"), d("1"))).isEqualByComparingTo("0.01");
	}
}
