package io.vigie.common.message;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Listing;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.risk.RuleResult;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One example of everything that can be said, with every optional field present. */
public final class MessageFixtures {

	private static final Instant MARKET = Instant.parse("2026-01-02T03:04:00Z");
	private static final Instant WALL = Instant.parse("2026-01-02T03:04:05.678901Z");
	private static final UUID PROPOSAL = Ids.named("proposal");
	private static final UUID ORDER = Ids.named("order");

	private MessageFixtures() {
	}

	public static List<Body> all() {
		return List.of(new TradePrinted(tick()), new QuoteChanged(new Quote("BTC/USD", MARKET, dec("801.19"), dec("2"), dec("801.21"), dec("1.5"))),
				new BarClosed(bar(), tick()),
				new OrderUpdated("paper", VenueEvent.PARTIALLY_FILLED, "v-1", "trend-1", "BTC/USD", Side.BUY, OrderType.MARKET, dec("2"), dec("0.5"),
						dec("801.20"), new Execution(dec("0.5"), dec("801.20"), dec("0.5"), MARKET), MARKET, "", "v-0"),
				new CashMoved("paper", "a-1", "CFEE", "BTC/USD", "USD", dec("-1.001500"), dec("0"), "v-1", MARKET, "Crypto fee"),
				new ConnectionChanged("crypto-feed", ConnectionChanged.LinkState.DOWN, 2, WALL, "connection reset"),
				new SignalRaised("trend", "sma-cross", "BTC/USD", Timeframe.M1, MARKET, Action.BUY, dec("0.72"), dec("801.20"), indicators(), "SMA(10) crossed above SMA(20)"),
				proposal(), new ProposalApproved(PROPOSAL, proposal(), dec("2"), dec("785.17"), dec("833.24"), dec("1610.41"), rules(), MARKET),
				new ProposalRefused(PROPOSAL, proposal(), rules(), "solvency: needs 1610.41 USD, 12.00 USD are free", MARKET),
				new OrderChanged("trend", ORDER, "trend-1", "v-1", PROPOSAL, Ids.named("parent"), "BTC/USD", Side.BUY, OrderType.STOP_LIMIT, OrderRole.ENTRY,
						dec("2"), dec("0.5"), dec("801.20"), dec("801.30"), dec("801.25"), OrderState.PARTIALLY_FILLED, "fill", 7, MARKET),
				new TradeBooked("trend", Ids.named("trade"), ORDER, PROPOSAL, "BTC/USD", Side.BUY, OrderRole.ENTRY, dec("0.5"), dec("801.20"), dec("1.0015"),
						dec("0"), 7, MARKET),
				new PortfolioChanged("trend", 7, "USD", dec("25000"), dec("24599.4"), dec("1209.81"), dec("400.6"), dec("25000.0"), dec("0"), dec("1.0015"),
						List.of(new PositionView("BTC/USD", dec("0.5"), dec("801.20"), dec("801.20"), dec("0"), dec("785.17"), dec("833.24"))), MARKET),
				new RunTask(Ids.named("task"), TaskKind.MARKET_SCAN, "sentinel", Map.of("top", "10"), 5, "nothing scanned for 3 minutes", WALL),
				new TaskFinished(Ids.named("task"), TaskKind.MARKET_SCAN, TaskFinished.Outcome.DONE, "3 symbols scanned", Map.of("volatility", "0.018"), WALL, WALL),
				new AgentLogged("analyst", "trend", AgentLogged.Kind.DECISION, "buy 2 BTC/USD", Map.of("symbol", "BTC/USD"), WALL),
				new AlertRaised(Ids.named("alert"), AlertRaised.Severity.CRITICAL, "risk", "risk is down", "no answer for 10 s", WALL),
				new AlertResolved(Ids.named("alert"), "risk", "risk is back after 12 s", WALL), new RunTrials(Ids.named("backtest"), 200, 400),
				new JudgeTrials(Ids.named("backtest")),
				new ListingRead(new Listing("BTC/USD", true, true, false, dec("0.0013"), dec("0.000000001"), dec("0.01")), WALL));
	}

	public static Message<Body> message(Body data) {
		return new Message<>(Ids.named("message"), "sentinel", "analyst", data.contractVersion(), WALL, Ids.named("beginning"), Ids.named("cause"), data);
	}

	public static TradeProposed proposal() {
		return new TradeProposed("trend", "sma-cross", "BTC/USD", Action.BUY, dec("0.72"), dec("801.20"), new Evidence(bar(), tick(), indicators()),
				"SMA(10) crossed above SMA(20)", MARKET);
	}

	private static Tick tick() {
		return new Tick("BTC/USD", 42, MARKET, dec("801.20"), dec("0.278380490"));
	}

	private static Bar bar() {
		return new Bar("BTC/USD", Timeframe.M1, MARKET, dec("800.01"), dec("807.47"), dec("800.00"), dec("801.20"), dec("3.5"), 12, 42);
	}

	private static Map<String, BigDecimal> indicators() {
		return Map.of("sma10", dec("801.15"));
	}

	private static List<RuleResult> rules() {
		return List.of(new RuleResult("solvency", true, dec("24000"), dec("1610.41"), dec("22389.59"), "1610.41 of 24000 USD free cash"));
	}

	private static BigDecimal dec(String value) {
		return new BigDecimal(value);
	}
}
