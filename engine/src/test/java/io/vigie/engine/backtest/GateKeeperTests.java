package io.vigie.engine.backtest;

import static io.vigie.engine.backtest.BacktestFixtures.bars;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.Costs;
import io.vigie.engine.risk.ExposureLimits;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.ProtectionLimits;
import io.vigie.engine.risk.Protections;
import io.vigie.engine.risk.SizingPolicy;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** A backtest whose entries pass the gate that live ones pass. */
class GateKeeperTests {

	private static final BigDecimal CAPITAL = new BigDecimal("25000");
	private static final Instrument LOTS = Instrument.of("TEST/USD", new BigDecimal("0.01"), new BigDecimal("0.0001"), BigDecimal.ONE);

	/** In on one bar, out on the next, for ever; the price stands still. */
	private final List<Bar> still = bars("100 100 100 100", "100 100 100 100", "100 100 100 100", "100 100 100 100",
			"100 100 100 100", "100 100 100 100", "100 100 100 100", "100 100 100 100", "100 100 100 100", "100 100 100 100");

	@Test
	void buysWhatTheGateLetsThrough() {
		Trade first = run(still, gate("0.2", null)).trades().getFirst();

		assertThat(first.quantity()).isEqualByComparingTo("50");
	}

	@Test
	void protectsAtTheGatesDistances() {
		List<Bar> falling = bars("100 100 100 100", "100 100 97 97", "97 97 97 97", "97 97 97 97");

		Trade.Exit exit = run(falling, gate("0.2", null)).trades().getFirst().exit();

		assertThat(exit).isNotNull();
		assertThat(exit.cause()).isEqualTo(Trade.Cause.STOP);
		assertThat(exit.price()).isEqualByComparingTo("98");
	}

	@Test
	void saysWhatTheGateRefuses() {
		BacktestResult result = run(still, gate("0.00001", null));

		assertThat(result.trades()).isEmpty();
		assertThat(result.refusals().getFirst().toString()).contains("min-notional");
	}

	@Test
	void restsAfterAnExitAsLongAsLive() {
		List<Trade> free = run(still, gate("0.2", null)).trades();
		List<Trade> resting = run(still, gate("0.2", protections(5))).trades();

		assertThat(free).hasSize(5);
		assertThat(resting).hasSize(2);
		assertThat(resting.get(1).entryBar() - resting.getFirst().exit().bar()).isGreaterThanOrEqualTo(5);
	}

	private static BacktestResult run(List<Bar> bars, PositionSize.ByGate gate) {
		var assumptions = new Assumptions(LOTS, CAPITAL, gate, FeeModel.FREE, Slippage.NONE, Duration.ZERO, Stops.NONE);
		return Backtest.run(Strategies.start("every-bar", Map.of()), bars, assumptions);
	}

	private static PositionSize.ByGate gate(String entry, @Nullable Protections protections) {
		BigDecimal most = BigDecimal.ONE;
		var exposure = new ExposureLimits(most, most, most, most, most, BigDecimal.TEN);
		var limits = new Limits(new SizingPolicy.FixedFraction(new BigDecimal(entry)), new BigDecimal("0.2"), new BigDecimal("0.02"),
				new BigDecimal("0.04"), BigDecimal.ZERO, Duration.ofMinutes(15), Duration.ofSeconds(30), new BigDecimal("0.02"), 60, exposure);
		return new PositionSize.ByGate(limits, new Costs(BigDecimal.ZERO, BigDecimal.ZERO), protections);
	}

	private static Protections protections(int cooldown) {
		BigDecimal off = BigDecimal.ZERO;
		return new Protections(new ProtectionLimits(cooldown, 0, 24, off, 48, 20, off, off, 240, 4, 60), Timeframe.M1);
	}
}
