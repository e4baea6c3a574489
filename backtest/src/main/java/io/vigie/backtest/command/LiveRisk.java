package io.vigie.backtest.command;

import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.Costs;
import io.vigie.engine.risk.ExposureLimits;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.ProtectionLimits;
import io.vigie.engine.risk.Protections;
import io.vigie.engine.risk.SizingPolicy;
import io.vigie.engine.venue.FeeModel;
import java.math.BigDecimal;
import java.time.Duration;

/** The limits that a bot has live when nobody has set others: those of its own settings and of risk-service's, which a test holds it to. */
final class LiveRisk {

	private static final BigDecimal ENTRY = new BigDecimal("0.20");
	private static final BigDecimal STOP = new BigDecimal("0.02");
	private static final BigDecimal TARGET = new BigDecimal("0.04");
	private static final BigDecimal COLLAR = new BigDecimal("0.02");
	private static final BigDecimal SLIPPAGE_ALLOWED = new BigDecimal("0.01");
	private static final int ORDER_RATE = 60;
	private static final ExposureLimits EXPOSURE = new ExposureLimits(new BigDecimal("0.25"), BigDecimal.ONE, new BigDecimal("0.80"),
			new BigDecimal("0.40"), BigDecimal.ONE, BigDecimal.TEN);
	private static final ProtectionLimits PROTECTION = new ProtectionLimits(5, 4, 24, new BigDecimal("0.20"), 48, 20,
			new BigDecimal("0.05"), new BigDecimal("0.02"), 240, 4, 60);

	private LiveRisk() {
	}

	/**
	 * @param stop in place of the usual one; zero where none is given
	 * @param target likewise
	 */
	static PositionSize size(BigDecimal stop, BigDecimal target, FeeModel fees, Timeframe timeframe) {
		Limits limits = new Limits(new SizingPolicy.FixedFraction(ENTRY), ENTRY, stop.signum() > 0 ? stop : STOP,
				target.signum() > 0 ? target : TARGET, BigDecimal.ZERO, Duration.ofMinutes(15), Duration.ofSeconds(30), COLLAR, ORDER_RATE, EXPOSURE);
		return new PositionSize.ByGate(limits, new Costs(fees.worst(BigDecimal.ONE), SLIPPAGE_ALLOWED), new Protections(PROTECTION, timeframe));
	}
}
