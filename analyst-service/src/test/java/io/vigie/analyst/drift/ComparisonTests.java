package io.vigie.analyst.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.drift.Drift.Cause;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTests {

	@Test
	void findsNothingWhereBothAreTheSame() {
		assertThat(drift(List.of(buy(1, 5, "100")), List.of(buy(1, 0, "100.0")))).satisfies(it -> {
			assertThat(it.cause()).isEqualTo(Cause.NONE);
			assertThat(it.basisPoints()).isZero();
		});
	}

	@Test
	void measuresSlippageAgainstUs() {
		assertThat(drift(List.of(buy(1, 5, "100.1")), List.of(buy(1, 0, "100"))).basisPoints()).isEqualByComparingTo("10");
		assertThat(drift(List.of(sell(1, 5, "99.9")), List.of(sell(1, 0, "100"))).basisPoints()).isEqualByComparingTo("10");
		assertThat(drift(List.of(buy(1, 5, "99")), List.of(buy(1, 0, "100"))).basisPoints()).isEqualByComparingTo("-100");
		assertThat(drift(List.of(buy(1, 59, "100.1")), List.of(buy(1, 0, "100"))).cause()).isEqualTo(Cause.SLIPPAGE);
	}

	@Test
	void callsItLatencyInALaterBar() {
		Drift late = drift(List.of(buy(2, 0, "101")), List.of(buy(1, 0, "100")));

		assertThat(late.cause()).isEqualTo(Cause.LATENCY);
		assertThat(late.basisPoints()).isEqualByComparingTo("100");
	}

	@Test
	void takesMuchLaterForAnotherTrade() {
		List<Drift> drifts = comparison(Map.of()).of(List.of(buy(5, 0, "101")), List.of(buy(1, 0, "100")));

		assertThat(drifts).extracting(Drift::cause).containsExactly(Cause.OTHER_POSITION, Cause.OTHER_POSITION);
		assertThat(drifts.get(0).liveAt()).isNull();
		assertThat(drifts.get(1).backtestAt()).isNull();
	}

	@Test
	void saysWhatRiskSaid() {
		Drift refused = comparison(Map.of(minute(1), "cooldown: it rests")).of(List.of(), List.of(buy(1, 0, "100"))).getFirst();

		assertThat(refused.cause()).isEqualTo(Cause.REFUSED_BY_RISK);
		assertThat(refused.explanation()).isEqualTo("cooldown: it rests");
		assertThat(refused.basisPoints()).isNull();
	}

	@Test
	void missesTheBarThatWasNeverTold() {
		assertThat(drift(List.of(), List.of(buy(9, 0, "100"))).cause()).isEqualTo(Cause.MISSING_BAR);
	}

	@Test
	void usesEveryTradeOnce() {
		List<Drift> drifts = comparison(Map.of()).of(List.of(buy(1, 5, "100")), List.of(buy(1, 0, "100"), buy(1, 0, "100")));

		assertThat(drifts).extracting(Drift::cause).containsExactly(Cause.NONE, Cause.OTHER_POSITION);
	}

	@Test
	void averagesOverWhatBothMade() {
		List<Drift> drifts = comparison(Map.of()).of(List.of(buy(1, 5, "101"), sell(3, 5, "100")),
				List.of(buy(1, 0, "100"), sell(3, 0, "100"), buy(4, 0, "100")));

		assertThat(DriftController.mean(drifts)).isEqualByComparingTo("50");
		assertThat(DriftController.mean(List.of())).isNull();
	}

	private static Drift drift(List<Deal> live, List<Deal> backtest) {
		return comparison(Map.of()).of(live, backtest).getFirst();
	}

	private static Comparison comparison(Map<Instant, String> refused) {
		return new Comparison("trend", "BTC/USD", Timeframe.M1, Set.of(minute(1), minute(2), minute(3), minute(4)), refused);
	}

	private static Deal buy(int minute, int second, String price) {
		return new Deal(Side.BUY, new BigDecimal(price), minute(minute).plusSeconds(second));
	}

	private static Deal sell(int minute, int second, String price) {
		return new Deal(Side.SELL, new BigDecimal(price), minute(minute).plusSeconds(second));
	}

	private static Instant minute(int minute) {
		return MarketFixtures.START.plusSeconds(60L * minute);
	}
}
