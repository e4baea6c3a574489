package io.vigie.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PremisesTests {

	private static final Assumptions PLAIN = Assumptions.plain(
			Instrument.of("BTC/USD", new BigDecimal("0.01"), new BigDecimal("0.0001"), BigDecimal.ONE), new BigDecimal("100000"));

	@Test
	void sayThatNothingIsTakenOffWhereNothingIs() {
		assertThat(Premises.assumed(PLAIN)).containsExactly(
				"It began with 100\u202F000 USD and no position; it only buys and sells again, it never sells short and never borrows.",
				"Each entry buys 1 BTC.", "There are no fees.", "Orders fill at the price that was printed, with no slippage.",
				"Decisions are taken when a bar has closed and reach the market without delay, before the next bar opens.",
				"There is no stop and no target.",
				"Prices lie on a grid of 0.01 USD, quantities on one of 0.0001 BTC; all times are UTC.");
	}

	@Test
	void sayWhatIsTakenOff() {
		Assumptions costly = PLAIN.with(new FeeModel.MakerTaker(new BigDecimal("0.0015"), new BigDecimal("0.0025")))
			.with(new Slippage.BasisPoints(new BigDecimal("5")))
			.with(Duration.ofMillis(1500))
			.with(Stops.bracket(new BigDecimal("0.02"), new BigDecimal("0.04")))
			.with(new PositionSize.OfEquity(new BigDecimal("0.5")));

		assertThat(Premises.assumed(costly)).contains("Each entry buys for 50 % of the equity, cut to what cash pays for.",
				"A fill costs 0.25 % of its value, 0.15 % where the order waited in the book.",
				"Market orders and stops fill 5 basis points worse than the price that was printed.",
				"Decisions are taken when a bar has closed and reach the market 1.5 s later.",
				"A stop 2 % below and a target 4 % above the price that the signal saw, in the market as soon as the entry has filled; where one bar "
						+ "spans stop and target, the stop comes first.");
	}

	@Test
	void tellTheKindsOfStopsApart() {
		assertThat(Premises.assumed(PLAIN.with(Stops.checkedAtClose(new BigDecimal("0.02"), null))))
			.contains("A stop 2 % below the entry price, looked at when a bar closes and carried out at the next open.");
		assertThat(Premises.assumed(PLAIN.with(Stops.resting(null, new BigDecimal("0.04"))))).contains(
				"A target 4 % above the price that the signal saw, in the market from the bar after the entry's on; where one bar spans stop "
						+ "and target, the stop comes first.");
	}

	@Test
	void tellTheKindsOfCostsApart() {
		assertThat(Premises.assumed(PLAIN.with(new FeeModel.Flat(BigDecimal.ONE)).with(new Slippage.VolumeImpact(new BigDecimal("0.1")))))
			.contains("Every fill costs 1 USD.", "Market orders and stops fill worse by 0.1 times the square of their share of the bar's volume.");
	}
}
