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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** A backtest whose entries pass the gate that live ones pass. */
class GateKeeperTests {

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
	private static final BigDecimal OFF = BigDecimal.ZERO;
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

	/** A stop takes two percent of a fifth of the account: 0.4 %, from which it rests until midnight. */
	@Test
	void buysNoMoreThatDayOnceItHasLostTooMuch() {
		List<Trade> free = run(falling(START.minusSeconds(360)), gate("0.2", daily("0.00401"))).trades();
		BacktestResult locked = run(falling(START.minusSeconds(360)), gate("0.2", daily("0.004")));

		assertThat(free.get(1).entryAt()).isBefore(START);
		assertThat(locked.trades().get(1).entryAt()).isEqualTo(START.plusSeconds(60));
		assertThat(locked.refusals()).isNotEmpty().allSatisfy(it -> assertThat(it.reason()).contains("daily-loss"));
	}

	@Test
	void measuresADayByWhatItBeganWith() {
		List<Bar> bars = falling(START.minusSeconds(120));

		assertThat(run(bars, gate("0.2", daily("0.004"))).trades()).as("the loss fell on the day before").hasSizeGreaterThan(1)
			.element(1).satisfies(it -> assertThat(it.entryAt()).isEqualTo(START.plusSeconds(60)));
	}

	/** It fell in the second bar; two bars after that, nobody looks at it any more. */
	@Test
	void restsAfterADrawdownForAsLongAsItLooksBack() {
		List<Bar> bars = falling(START);

		List<Trade> free = run(bars, gate("0.2", drawdown("0.00401", 1))).trades();
		List<Trade> tooFew = run(bars, gate("0.2", drawdown("0.004", 2))).trades();
		BacktestResult locked = run(bars, gate("0.2", drawdown("0.004", 1)));

		assertThat(free.get(1).entryBar()).isEqualTo(3);
		assertThat(tooFew.get(1).entryBar()).as("one closed trade is too few for it").isEqualTo(3);
		assertThat(locked.trades().get(1).entryBar()).isEqualTo(5);
		assertThat(locked.refusals().getFirst().reason()).contains("max-drawdown");
	}

	/** Bought at the second bar's open, stopped within it; then the price stands still. */
	private static List<Bar> falling(Instant from) {
		List<Bar> fallen = bars("100 100 100 100", "100 100 97 97", "97 97 97 97", "97 97 97 97", "97 97 97 97", "97 97 97 97", "97 97 97 97",
				"97 97 97 97", "97 97 97 97", "97 97 97 97");
		return fallen.stream().map(it -> new Bar(it.symbol(), it.timeframe(), from.plus(Duration.between(START, it.openAt())), it.open(), it.high(),
				it.low(), it.close(), it.volume(), it.trades(), it.lastSequence())).toList();
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
		return new Protections(new ProtectionLimits(cooldown, 0, 24, OFF, 48, 20, OFF, OFF, 240, 4, 60), Timeframe.M1);
	}

	private static Protections daily(String loss) {
		return new Protections(new ProtectionLimits(0, 0, 24, OFF, 48, 20, new BigDecimal(loss), OFF, 240, 4, 60), Timeframe.M1);
	}

	private static Protections drawdown(String fall, int trades) {
		return new Protections(new ProtectionLimits(0, 0, 24, new BigDecimal(fall), 2, trades, OFF, OFF, 240, 4, 60), Timeframe.M1);
	}
}
