package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.NOON;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each protection fires at its limit, not before it, and releases. */
class ProtectionsTests {

	static final ProtectionLimits LIMITS = new ProtectionLimits(5, 4, 24, number("0.20"), 48, 20, number("0.05"), number("0.02"), 240, 4, 60);
	private static final ProtectionLimits OFF = new ProtectionLimits(0, 0, 24, BigDecimal.ZERO, 48, 20, BigDecimal.ZERO, BigDecimal.ZERO, 240, 4, 60);
	private static final BigDecimal CAPITAL = number("25000");

	private final Protections protections = new Protections(LIMITS, Timeframe.M1);
	private final Protections off = new Protections(OFF, Timeframe.M1);

	@Test
	void letsASymbolRestForFiveBarsAfterAnExit() {
		Lock lock = protections.cooldown("BTC/USD", NOON, "order").orElseThrow();
		assertThat(lock.kind()).isEqualTo(Lock.Kind.COOLDOWN);
		assertThat(lock.symbol()).isEqualTo("BTC/USD");
		assertThat(lock.until()).isEqualTo(minute(5));
		assertThat(lock.reason()).isEqualTo("Sold at 2013-11-25T12:00:00Z; it rests for 5 bars.");
		assertThat(new Protections(LIMITS, Timeframe.M15).cooldown("BTC/USD", NOON, "order").orElseThrow().until()).isEqualTo(minute(75));
		assertThat(off.cooldown("BTC/USD", NOON, "order")).isEmpty();
	}

	@Test
	void locksEverythingAfterTheFourthStopOutWithinTheSpan() {
		assertThat(protections.stopOuts(stopOuts(0, 8, 16))).isEmpty();
		assertThat(protections.stopOuts(stopOuts(0, 8, 16, 24))).as("the first has left the span").isEmpty();
		assertThat(protections.stopOuts(stopOuts(0, 8, 16, 23))).singleElement().satisfies(it -> {
			assertThat(it.kind()).isEqualTo(Lock.Kind.STOP_OUT_GUARD);
			assertThat(it.symbol()).isNull();
			assertThat(it.from()).isEqualTo(minute(23));
			assertThat(it.until()).isEqualTo(minute(47));
			assertThat(it.limit()).isEqualByComparingTo("4");
			assertThat(it.seen()).isEqualByComparingTo("4");
			assertThat(it.reason()).isEqualTo("4 stop-outs within 24 bars.");
		});
		assertThat(protections.stopOuts(stopOuts(0, 8, 16, 23, 24))).as("a lock each").hasSize(2);
		assertThat(off.stopOuts(stopOuts(0, 1, 2, 3, 4))).isEmpty();
	}

	@Test
	void countsOnlyStopOutsThatLost() {
		List<ClosedTrade> trades = new ArrayList<>(stopOuts(0, 1, 2));
		trades.add(trade("BTC/USD", 3, "-9", false));
		trades.add(trade("BTC/USD", 4, "0", true));
		trades.add(trade("BTC/USD", 5, "9", true));
		assertThat(protections.stopOuts(trades)).isEmpty();
		trades.add(trade("ETH/USD", 6, "-0.01", true));
		assertThat(protections.stopOuts(trades)).hasSize(1);
	}

	@Test
	void locksASymbolThatLosesTooMuch() {
		List<ClosedTrade> trades = new ArrayList<>(List.of(trade("BTC/USD", 0, "-200", false), trade("BTC/USD", 10, "-200", true),
				trade("BTC/USD", 20, "50", false), trade("ETH/USD", 30, "-400", false)));
		assertThat(protections.losingSymbols(trades, CAPITAL)).isEmpty();
		trades.add(trade("BTC/USD", 239, "-149.99", false));
		assertThat(protections.losingSymbols(trades, CAPITAL)).as("a cent is missing").isEmpty();
		trades.set(4, trade("BTC/USD", 239, "-150", false));
		assertThat(protections.losingSymbols(trades, CAPITAL)).singleElement().satisfies(it -> {
			assertThat(it.kind()).isEqualTo(Lock.Kind.LOSING_SYMBOL);
			assertThat(it.symbol()).isEqualTo("BTC/USD");
			assertThat(it.until()).isEqualTo(minute(299));
			assertThat(it.limit()).isEqualByComparingTo("500");
			assertThat(it.seen()).isEqualByComparingTo("500");
			assertThat(it.reason()).isEqualTo("Lost 500.00 in 4 trades within 240 bars.");
		});
		trades.set(4, trade("BTC/USD", 240, "-150", false));
		assertThat(protections.losingSymbols(trades, CAPITAL)).as("the first has left the span").isEmpty();
		assertThat(off.losingSymbols(trades, CAPITAL)).isEmpty();
	}

	@Test
	void doesNotLockASymbolForFewTrades() {
		assertThat(protections.losingSymbols(List.of(trade("BTC/USD", 0, "-900", false), trade("BTC/USD", 1, "-900", false),
				trade("BTC/USD", 2, "-900", false)), CAPITAL)).isEmpty();
	}

	@Test
	void locksEverythingInADrawdown() {
		List<EquityBar> equity = List.of(bar(0, "24000", "25000", "24000"), bar(47, "20000.01", "20100", "20000.01"));
		assertThat(protections.drawdowns(equity, trades(20))).as("a cent is missing").isEmpty();
		equity = List.of(bar(0, "24000", "25000", "24000"), bar(47, "20100", "20100", "20000"));
		assertThat(protections.drawdowns(equity, trades(20))).singleElement().satisfies(it -> {
			assertThat(it.kind()).isEqualTo(Lock.Kind.MAX_DRAWDOWN);
			assertThat(it.symbol()).isNull();
			assertThat(it.from()).isEqualTo(minute(47));
			assertThat(it.until()).isEqualTo(minute(96));
			assertThat(it.limit()).isEqualByComparingTo("0.2");
			assertThat(it.seen()).isEqualByComparingTo("0.2");
			assertThat(it.reason()).isEqualTo("Fell 20 % from 25000.00 within 48 bars.");
			assertThat(it.cause()).isEqualTo(minute(0).toString());
		});
		assertThat(protections.drawdowns(equity, trades(19))).as("a trade is missing").isEmpty();
		assertThat(protections.drawdowns(List.of(equity.get(0), bar(48, "20100", "20100", "20000")), trades(20))).as("the peak has left the span").isEmpty();
		assertThat(off.drawdowns(equity, trades(20))).isEmpty();
	}

	@Test
	void takesTheSamePeakForTheSameFall() {
		List<EquityBar> equity = List.of(bar(0, "25000", "25000", "25000"), bar(1, "25000", "25000", "25000"), bar(20, "19000", "19000", "19000"),
				bar(21, "18000", "18000", "18000"));
		List<ClosedTrade> busy = IntStream.range(0, 20).mapToObj(it -> trade("BTC/USD", it, "-1", false)).toList();
		assertThat(protections.drawdowns(equity, busy)).extracting(Lock::cause).containsOnly(minute(0).toString()).hasSize(2);
	}

	@Test
	void countsOnlyTradesOfTheSpanForADrawdown() {
		List<EquityBar> equity = List.of(bar(0, "25000", "25000", "25000"), bar(47, "19000", "19000", "19000"));
		List<ClosedTrade> tooEarly = IntStream.range(0, 20).mapToObj(it -> trade("BTC/USD", 0, "-1", false)).toList();
		assertThat(protections.drawdowns(equity, tooEarly)).isEmpty();
		List<ClosedTrade> justInTime = IntStream.range(0, 20).mapToObj(it -> trade("BTC/USD", 1, "-1", false)).toList();
		assertThat(protections.drawdowns(equity, justInTime)).hasSize(1);
	}

	@Test
	void locksTheRestOfADayThatLostTooMuch() {
		assertThat(protections.dailyLosses(List.of(bar(0, "25000", "26000", "24000"), bar(9, "24000", "24000", "23750.02")))).isEmpty();
		assertThat(protections.dailyLosses(List.of(bar(9, "24000", "24000", "23750"), bar(0, "25000", "26000", "24000"), bar(12, "23800", "24000", "23800"))))
			.singleElement().satisfies(it -> {
				assertThat(it.kind()).isEqualTo(Lock.Kind.DAILY_LOSS);
				assertThat(it.symbol()).isNull();
				assertThat(it.from()).isEqualTo(minute(9));
				assertThat(it.until()).isEqualTo(Instant.parse("2013-11-26T00:00:00Z"));
				assertThat(it.limit()).isEqualByComparingTo("0.05");
				assertThat(it.seen()).isEqualByComparingTo("0.05");
				assertThat(it.reason()).isEqualTo("Lost 5 % of the 25000 that the day began with.");
			});
		assertThat(off.dailyLosses(List.of(bar(0, "25000", "25000", "1")))).isEmpty();
	}

	@Test
	void beginsAnewEveryDay() {
		assertThat(protections.dailyLosses(List.of(bar(0, "25000", "25000", "24000"), bar(12 * 60, "24000", "24000", "22801")))).isEmpty();
		assertThat(protections.dailyLosses(List.of(bar(0, "0", "0", "-100")))).as("nothing can be lost of nothing").isEmpty();
	}

	@Test
	void reachesAsFarAsItsLongestSpan() {
		assertThat(protections.reach()).isEqualTo(Duration.ofMinutes(241));
		assertThat(new Protections(new ProtectionLimits(5, 4, 24, number("0.20"), 48, 20, number("0.05"), number("0.02"), 10, 4, 60), Timeframe.M5).reach())
			.isEqualTo(Duration.ofMinutes(245));
	}

	@Test
	void looksOnlyAtWhatSomeProtectionNeeds() {
		assertThat(off.looksAtSales()).isFalse();
		assertThat(off.looksAtEquity()).isFalse();
		assertThat(only(4, "0", "0", "0").looksAtSales()).isTrue();
		assertThat(only(0, "0.2", "0", "0").looksAtSales()).isTrue();
		assertThat(only(0, "0", "0.05", "0").looksAtSales()).isFalse();
		assertThat(only(0, "0", "0", "0.02").looksAtSales()).isTrue();
		assertThat(only(4, "0", "0", "0.02").looksAtEquity()).isFalse();
		assertThat(only(0, "0.2", "0", "0").looksAtEquity()).isTrue();
		assertThat(only(0, "0", "0.05", "0").looksAtEquity()).isTrue();
	}

	@Test
	void locksNoSymbolOfABotWithoutCapital() {
		assertThat(protections.losingSymbols(List.of(trade("A", 0, "0", false), trade("A", 1, "0", false), trade("A", 2, "0", false), trade("A", 3, "0", false)),
				BigDecimal.ZERO)).isEmpty();
	}

	private static Protections only(int stopOuts, String drawdown, String dailyLoss, String symbolLoss) {
		return new Protections(new ProtectionLimits(0, stopOuts, 24, number(drawdown), 48, 20, number(dailyLoss), number(symbolLoss), 240, 4, 60), Timeframe.M1);
	}

	@Test
	void measuresResultsByWhatWasPaid() {
		assertThat(new ClosedTrade("a", "BTC/USD", false, number("10"), number("110"), NOON).result()).isEqualByComparingTo("0.1");
		assertThat(new ClosedTrade("a", "BTC/USD", false, number("10"), number("10"), NOON).result()).isEqualByComparingTo("0");
	}

	@Test
	void takesTheStricterState() {
		assertThat(TradingState.ACTIVE.strictest(TradingState.REDUCING)).isEqualTo(TradingState.REDUCING);
		assertThat(TradingState.HALTED.strictest(TradingState.REDUCING)).isEqualTo(TradingState.HALTED);
		assertThat(TradingState.ACTIVE.strictest(TradingState.ACTIVE)).isEqualTo(TradingState.ACTIVE);
	}

	static ClosedTrade trade(String symbol, int minute, String realised, boolean stopOut) {
		return new ClosedTrade(symbol + minute, symbol, stopOut, number(realised), number("5000"), minute(minute));
	}

	private static List<ClosedTrade> stopOuts(int... minutes) {
		return IntStream.of(minutes).mapToObj(it -> trade("BTC/USD", it, "-10", true)).toList();
	}

	/** One a minute, up to minute 47. */
	private static List<ClosedTrade> trades(int count) {
		return IntStream.range(0, count).mapToObj(it -> trade("BTC/USD", 47 - it, "-1", false)).toList();
	}

	private static EquityBar bar(int minute, String first, String high, String low) {
		return new EquityBar(minute(minute), number(first), number(high), number(low));
	}

	private static Instant minute(int minute) {
		return NOON.plusSeconds(60L * minute);
	}
}
