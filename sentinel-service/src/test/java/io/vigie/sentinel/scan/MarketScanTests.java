package io.vigie.sentinel.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.Prints;
import io.vigie.sentinel.screen.Screen;
import io.vigie.sentinel.screen.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketScanTests {

	@Test
	void measuresChangeVolatilityAndTurnover() {
		Mover mover = mover("BTC/USD", "100", "101", "99.99");

		// returns +1 % and -1 %: deviation 1 %, times the square root of 60
		assertThat(mover.volatility()).isEqualByComparingTo("0.077460");
		assertThat(mover.change()).isEqualByComparingTo("-0.0001");
		assertThat(mover.turnover()).isEqualByComparingTo("601.98");
		assertThat(mover.price()).isEqualByComparingTo("99.99");
	}

	@Test
	void findsNoVolatilityWherePricesStandStill() {
		assertThat(mover("A", "5", "5", "5").volatility()).isZero();
	}

	@Test
	void namesWhatMoved() {
		MarketScan scan = new MarketScan(List.of(mover("UP", "100", "102"), mover("DOWN", "100", "98"), mover("STILL",
				"100", "100"),
				mover("HIGHER", "100", "101", "105")), Optional.empty());

		assertThat(scan.facts()).containsEntry("symbols", "4").containsEntry("gainers", "HIGHER,UP")
				.containsEntry("losers", "DOWN")
			.containsEntry("most_volatile", "HIGHER").containsEntry("volatility", "0.114656");
		assertThat(scan.sentence())
				.startsWith("Looked over 4 symbols: HIGHER moves most, 11.47 % an hour; HIGHER +5.00 %");
	}

	@Test
	void saysSoWhenThereIsNothingToLookAt() {
		MarketScan scan = new MarketScan(List.of(), Optional.empty());

		assertThat(scan.facts()).containsEntry("symbols", "0").doesNotContainKey("volatility");
		assertThat(scan.sentence()).contains("no bars");
	}

	@Test
	void namesMoversOfTheWholeVenueWhereItCouldBeAsked() {
		Screen screen = new Screen(Prints.NOON, 900, List.of(new Standing("FAR", BigDecimal.TEN, new BigDecimal("0.5"), BigDecimal.TEN),
				new Standing("DEEP", BigDecimal.TEN, new BigDecimal("-0.5"), BigDecimal.ONE)));

		assertThat(new MarketScan(List.of(mover("UP", "100", "102")), Optional.of(screen)).facts()).containsEntry("symbols", "1")
			.containsEntry("tradable", "900").containsEntry("screened", "2").containsEntry("gainers", "FAR")
			.containsEntry("losers", "DEEP").containsEntry("most_traded", "FAR,DEEP").containsEntry("most_volatile", "UP");
	}

	private static Mover mover(String symbol, String... closes) {
		return Mover.of(IntStream.range(0, closes.length).mapToObj(i -> bar(symbol, i, new BigDecimal(closes[i])))
				.toList());
	}

	private static Bar bar(String symbol, int minute, BigDecimal price) {
		return new Bar(symbol, Timeframe.M1, Prints.NOON.plus(Duration.ofMinutes(minute)), price, price, price, price,
				BigDecimal.TWO, 1, minute);
	}
}
