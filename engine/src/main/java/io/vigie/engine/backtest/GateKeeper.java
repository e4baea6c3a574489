package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.risk.Account;
import io.vigie.engine.risk.ClosedTrade;
import io.vigie.engine.risk.Exposure;
import io.vigie.engine.risk.Gate;
import io.vigie.engine.risk.Guard;
import io.vigie.engine.risk.Idea;
import io.vigie.engine.risk.Lock;
import io.vigie.engine.risk.Offer;
import io.vigie.engine.risk.Past;
import io.vigie.engine.risk.Protections;
import io.vigie.engine.risk.Ruling;
import io.vigie.engine.risk.Terms;
import io.vigie.engine.risk.TradeRecord;
import io.vigie.engine.risk.TradingState;
import io.vigie.engine.strategy.Decision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes an entry of a backtest through the same gate as live ones. The account is flat and alone when it asks, so there is no
 * exposure but what it asks for; links are never down and nothing waits. Its own past locks it as a live bot's does.
 */
final class GateKeeper {

	private GateKeeper() {
	}

	/**
	 * What the account went through.
	 *
	 * @param trades that are over
	 */
	record History(List<Trade> trades, Worths worths) {
	}

	/** @param cash all there is, as nothing is held */
	static Sizer.Entry ask(PositionSize.ByGate gate, Assumptions assumptions, BigDecimal cash, Decision decision, Bar bar,
			BigDecimal price, History history) {
		List<ClosedTrade> sales = sales(bar.symbol(), history.trades);
		Offer offer = new Offer(decision.confidence(), price, List.of(bar.close(), price), atr(decision.indicators()), bar.closeAt(),
				Duration.ZERO, Duration.ZERO);
		BigDecimal none = BigDecimal.ZERO;
		Idea idea = new Idea(bar.symbol(), new Terms(assumptions.instrument(), gate.costs()),
				new Account(assumptions.capital(), cash, none, cash), none, 0, offer,
				new Exposure(cash, none, none, none, null, none, none),
				new Past(0, TradeRecord.of(sales.stream().map(ClosedTrade::result).toList())),
				new Guard(TradingState.ACTIVE, List.of(), List.of(), locks(gate.protections(), assumptions, bar, sales, history.worths)));
		return switch (Gate.standard().judge(idea, gate.limits())) {
			case Ruling.Approved approved -> Sizer.Entry.of(approved.quantity(), new Order.Legs(approved.stopLoss(), approved.takeProfit()));
			case Ruling.Refused refused -> Sizer.Entry.none(refused.reason());
		};
	}

	private static List<Lock> locks(@Nullable Protections protections, Assumptions assumptions, Bar bar, List<ClosedTrade> sales, Worths worths) {
		if (protections == null || sales.isEmpty()) {
			return List.of();
		}
		Instant since = bar.closeAt().minus(protections.reach().multipliedBy(2));
		List<ClosedTrade> recent = sales.stream().filter(it -> it.at().isAfter(since)).toList();
		List<Lock> locks = new ArrayList<>(protections.stopOuts(recent));
		locks.addAll(protections.losingSymbols(recent, assumptions.capital()));
		ClosedTrade last = sales.getLast();
		protections.cooldown(bar.symbol(), last.at(), last.order()).ifPresent(locks::add);
		locks.addAll(protections.drawdowns(worths.around(bar.closeAt(), protections), recent));
		locks.addAll(protections.dailyLosses(worths.today(bar.closeAt())));
		return locks.stream().filter(it -> it.until().isAfter(bar.closeAt())).toList();
	}

	private static List<ClosedTrade> sales(String symbol, List<Trade> past) {
		List<ClosedTrade> sales = new ArrayList<>(past.size());
		for (Trade trade : past) {
			Trade.Exit exit = trade.exit();
			if (exit != null) {
				BigDecimal proceeds = exit.price().multiply(trade.quantity()).subtract(exit.fee());
				BigDecimal paid = trade.entryPrice().multiply(trade.quantity()).add(trade.entryFee());
				sales.add(new ClosedTrade("sale-" + sales.size(), symbol, exit.cause() == Trade.Cause.STOP, proceeds.subtract(paid), proceeds,
						exit.at()));
			}
		}
		return sales;
	}

	private static @Nullable BigDecimal atr(Map<String, BigDecimal> indicators) {
		return indicators.entrySet().stream()
			.filter(it -> it.getKey().equals("atr") || it.getKey().startsWith("atr_"))
			.map(Map.Entry::getValue)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}
}
