package io.vigie.risk.protection;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.OrderMessage;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.common.message.TradeBooked;
import io.vigie.engine.market.Side;
import io.vigie.engine.risk.ClosedTrade;
import io.vigie.engine.risk.Lock;
import io.vigie.engine.risk.Protections;
import io.vigie.engine.risk.TradeRecord;
import io.vigie.risk.portfolio.PortfolioDesk;
import io.vigie.risk.portfolio.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers what bots went through, and locks what follows from it. Sales and portfolios come on two topics, late or twice:
 * an exit is seen by whichever tells of it first, and everything else looks at the whole past around what it just learned.
 */
@Service
public class PastDesk {

	private final Sales sales;
	private final EquityBars equity;
	private final LockDesk locks;
	private final PortfolioDesk portfolios;
	private final ProtectionSettings settings;
	private final Bots bots;
	private final Inbox inbox;
	private final TransactionTemplate transaction;

	PastDesk(Sales sales, EquityBars equity, LockDesk locks, PortfolioDesk portfolios, ProtectionSettings settings, Bots bots, Inbox inbox,
			TransactionTemplate transaction) {
		this.sales = sales;
		this.equity = equity;
		this.locks = locks;
		this.portfolios = portfolios;
		this.settings = settings;
		this.bots = bots;
		this.inbox = inbox;
		this.transaction = transaction;
	}

	public void hearOrders(List<Message<OrderMessage>> batch) {
		List<Message<OrderMessage>> sold = batch.stream().filter(PastDesk::isSale).toList();
		if (!sold.isEmpty()) {
			tell(transaction.execute(_ -> hearSales(inbox.fresh("protection", sold))));
		}
	}

	/** What was held until now is compared with what is held then; locks and portfolios are committed together. */
	public void hearPortfolios(List<Message<PortfolioMessage>> batch) {
		tell(transaction.execute(_ -> {
			List<Runnable> tellings = new ArrayList<>();
			Map<String, Standing> known = new HashMap<>(portfolios.of(batch.stream().map(it -> bot(it.data())).collect(Collectors.toSet())));
			for (Message<PortfolioMessage> message : batch) {
				PortfolioChanged now = switch (message.data()) {
					case PortfolioChanged it -> it;
				};
				bots.named(now.bot()).ifPresent(bot -> tellings.addAll(hear(bot, now, known, message)));
			}
			portfolios.hear(batch);
			return tellings;
		}));
	}

	/** How the last sales of the bot went. */
	public TradeRecord record(String bot, int most) {
		return TradeRecord.of(sales.last(bot, most).stream().map(ClosedTrade::result).toList());
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void forgetOld() {
		equity.forget();
	}

	private List<Runnable> hearSales(List<Message<OrderMessage>> fresh) {
		List<TradeBooked> fills = fresh.stream().map(it -> (TradeBooked) it.data()).toList();
		sales.add(fills);
		List<Runnable> tellings = new ArrayList<>();
		for (Message<OrderMessage> message : fresh) {
			TradeBooked fill = (TradeBooked) message.data();
			bots.named(fill.bot()).ifPresent(bot -> tellings.addAll(locks.make(bot.name(), after(bot, fill), message)));
		}
		return tellings;
	}

	/** Every lock that the sale takes part in: later sales, known already, count it in now. */
	private List<Lock> after(Bot bot, TradeBooked fill) {
		Protections protections = settings.of(bot);
		List<Lock> all = new ArrayList<>(protections.cooldown(fill.symbol(), fill.tradedAt(), fill.orderId().toString()).stream().toList());
		if (protections.looksAtSales()) {
			List<ClosedTrade> around = sales.between(bot.name(), fill.tradedAt().minus(protections.reach()), fill.tradedAt().plus(protections.reach()));
			all.addAll(since(fill.tradedAt(), Stream.of(protections.stopOuts(around), protections.losingSymbols(around, bot.capital()))));
			all.addAll(drawdowns(bot, protections, fill.tradedAt()));
		}
		return all;
	}

	private List<Runnable> hear(Bot bot, PortfolioChanged now, Map<String, Standing> known, Message<?> message) {
		Protections protections = settings.of(bot);
		List<Lock> wanted = new ArrayList<>();
		Standing before = known.get(bot.name());
		if (before == null || before.sequence() < now.sequence()) {
			Standing after = Standing.of(now);
			if (before != null) {
				before.soldOut(after).forEach(symbol -> protections.cooldown(symbol, now.asOf(), "portfolio " + now.sequence()).ifPresent(wanted::add));
			}
			known.put(bot.name(), after);
		}
		if (protections.looksAtEquity()) {
			equity.add(bot.name(), bot.timeframe().floor(now.asOf()), now.asOf(), now.equity());
			Instant day = now.asOf().truncatedTo(ChronoUnit.DAYS);
			wanted.addAll(protections.dailyLosses(equity.between(bot.name(), day, day.plus(1, ChronoUnit.DAYS))));
			wanted.addAll(drawdowns(bot, protections, now.asOf()));
		}
		return locks.make(bot.name(), wanted, message);
	}

	private List<Lock> drawdowns(Bot bot, Protections protections, Instant at) {
		Instant from = at.minus(protections.reach());
		Instant to = at.plus(protections.reach());
		return protections.limits().drawdown().signum() == 0 ? List.of()
				: since(bot.timeframe().floor(at), Stream.of(protections.drawdowns(equity.between(bot.name(), from, to), sales.between(bot.name(), from, to))));
	}

	private static List<Lock> since(Instant at, Stream<List<Lock>> locks) {
		return locks.flatMap(List::stream).filter(it -> !it.from().isBefore(at)).toList();
	}

	private static String bot(PortfolioMessage message) {
		return switch (message) {
			case PortfolioChanged it -> it.bot();
		};
	}

	private static boolean isSale(Message<OrderMessage> message) {
		return switch (message.data()) {
			case TradeBooked it -> it.side() == Side.SELL;
			case OrderChanged _ -> false;
		};
	}

	private static void tell(List<Runnable> tellings) {
		tellings.forEach(Runnable::run);
	}
}
