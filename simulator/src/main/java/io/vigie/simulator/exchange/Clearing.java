package io.vigie.simulator.exchange;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.Match;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes orders from working to done: fills with their cash, fees and history, and what that means for their relatives. */
final class Clearing {

	private static final int RESERVE_SCALE = 18;

	private final Rules rules;
	private final Ids ids;
	private final Book book;
	private final Account account;
	private final History history;
	private final Hazards hazards;

	Clearing(Rules rules, Ids ids, Book book, Account account, History history, Hazards hazards) {
		this.hazards = hazards;
		this.rules = rules;
		this.ids = ids;
		this.book = book;
		this.account = account;
		this.history = history;
	}

	/** What a print does to the orders that were working before it. */
	void match(Instrument instrument, Tick tick, List<MarketEvent> events) {
		for (Order before : book.open(tick.symbol())) {
			Order order = book.get(before.id());
			if (before.status().isWorking() && order.status().isWorking() && isOffered(order, tick.at())) {
				offer(instrument, order, tick, events);
			}
		}
	}

	/** The day is over: its last price is what orders for the closing auction trade at. */
	void closeDay(Instrument instrument, Tick last, List<MarketEvent> events) {
		for (Order before : book.open(instrument.symbol())) {
			Order order = book.get(before.id());
			if (order.terms().timeInForce() == TimeInForce.CLS && order.status().isWorking()) {
				offer(instrument, order, last, events);
			}
		}
	}

	/** Orders for an auction wait for it: the opening one is the first print of a day after theirs. */
	private static boolean isOffered(Order order, Instant at) {
		return switch (order.terms().timeInForce()) {
			case CLS -> false;
			case OPG -> Timeframe.D1.floor(at).isAfter(order.times().createdAt());
			case DAY, GTC, IOC, FOK -> true;
		};
	}

	private void offer(Instrument instrument, Order order, Tick tick, List<MarketEvent> events) {
		Order sized = sized(instrument, order, tick);
		if (sized.remaining().signum() > 0) {
			match(instrument, sized, tick, events);
		}
		else {
			close(order, OrderStatus.CANCELED, tick.at(), events);
		}
	}

	/** Offers the order to the market from now on. */
	void open(Order order, Instant at, List<MarketEvent> events) {
		say("new", order.status() == OrderStatus.HELD ? order.became(OrderStatus.NEW, at) : order, at, null, events);
	}

	/** Ends the order and everything that depends on it. */
	void close(Order order, OrderStatus how, Instant at, List<MarketEvent> events) {
		List<Order> relatives = book.openRelatives(order);
		say(how.wire(), order.became(how, at), at, null, events);
		relatives.forEach(it -> say(how.wire(), it.became(how, at), at, null, events));
	}

	/** Day orders do not outlive their day. */
	void expireBefore(Instant midnight, Instant at, List<MarketEvent> events) {
		for (Order order : book.open()) {
			boolean over = order.terms().timeInForce() == TimeInForce.DAY && order.times().createdAt().isBefore(midnight);
			if (over && book.get(order.id()).status().isOpen()) {
				close(order, OrderStatus.EXPIRED, at, events);
			}
		}
	}

	void say(String event, Order order, Instant at, @Nullable Execution execution, List<MarketEvent> events) {
		book.put(order);
		events.add(new MarketEvent.OrderChanged(event, ids.next(), at, order, execution,
				execution == null ? null : account.quantity(order.symbol()), null));
	}

	/** Rejects what was offered to the market, where a fault says so; the siblings of a leg live on, legs do not. */
	void screen(UUID id, Instant at, List<MarketEvent> events) {
		Order order = book.get(id);
		hazards.rejection(order, at).ifPresent(reason -> {
			Order rejected = order.became(OrderStatus.REJECTED, at);
			List<Order> legs = order.isGrouped() ? List.of() : book.openRelatives(order);
			book.put(rejected);
			events.add(new MarketEvent.OrderChanged("rejected", ids.next(), at, rejected, null, null, reason));
			legs.forEach(it -> say("canceled", it.became(OrderStatus.CANCELED, at), at, null, events));
		});
	}

	private void match(Instrument instrument, Order order, Tick tick, List<MarketEvent> events) {
		Match match = rules.matcher().match(instrument, order.side(), order.working(), order.remaining(), tick);
		Order working = order.working(match.working());
		book.put(working);
		BigDecimal traded = match.execution()
			.map(it -> hazards.allowed(order, it.quantity(), instrument.lotSize(), tick.at()))
			.orElse(BigDecimal.ZERO);
		boolean whole = traded.compareTo(order.remaining()) >= 0;
		TimeInForce timeInForce = order.terms().timeInForce();
		if (traded.signum() > 0 && (whole || timeInForce != TimeInForce.FOK)) {
			Execution execution = match.execution().orElseThrow();
			fill(instrument, working, new Execution(execution.price(), traded, execution.liquidity()), tick.at(), events);
		}
		if (!whole && timeInForce.isMomentary()) {
			close(book.get(order.id()), OrderStatus.CANCELED, tick.at(), events);
		}
	}

	private void fill(Instrument instrument, Order order, Execution execution, Instant at, List<MarketEvent> events) {
		BigDecimal fee = rules.fees(instrument).fee(execution);
		account.settle(order.symbol(), order.side(), execution, fee);
		BigDecimal left = order.remaining().subtract(execution.quantity());
		BigDecimal reserved = order.reserved().multiply(left).divide(order.remaining(), RESERVE_SCALE, RoundingMode.UP);
		Order filled = order.filled(execution, reserved, at);
		boolean whole = filled.status() == OrderStatus.FILLED;
		history.add(new Activity.Fill(ids.nextActivity(at), at, order.id(), order.symbol(), order.side(), execution.price(),
				execution.quantity(), filled.filledQuantity(), filled.remaining(), whole));
		if (fee.signum() > 0) {
			String type = instrument.assetClass() == AssetClass.CRYPTO ? "CFEE" : "FEE";
			history.add(new Activity.Fee(ids.nextActivity(at), at, order.id(), order.symbol(), fee.negate(), type));
		}
		say(whole ? "fill" : "partial_fill", filled, at, execution, events);
		settleRelatives(filled, at, events);
	}

	private void settleRelatives(Order filled, Instant at, List<MarketEvent> events) {
		boolean whole = filled.status() == OrderStatus.FILLED;
		List<Order> relatives = book.openRelatives(filled);
		if (!filled.isGrouped() && whole) {
			BigDecimal free = free(filled.symbol());
			relatives.forEach(it -> arm(it, free, at, events));
		}
		else if (filled.isGrouped() && whole) {
			relatives.forEach(it -> say("canceled", it.became(OrderStatus.CANCELED, at), at, null, events));
		}
		else if (filled.isGrouped()) {
			relatives.forEach(it -> book.put(it.withTerms(it.terms().withQuantity(it.filledQuantity().add(filled.remaining())))));
		}
	}

	/** A leg goes live, for no more than is still there: some may have been sold while the entry was filling. */
	private void arm(Order leg, BigDecimal free, Instant at, List<MarketEvent> events) {
		if (free.signum() > 0) {
			open(leg.withTerms(leg.terms().withQuantity(leg.remaining().min(free))), at, events);
			screen(leg.id(), at, events);
		}
		else {
			say("canceled", leg.became(OrderStatus.CANCELED, at), at, null, events);
		}
	}

	private BigDecimal free(String symbol) {
		return account.quantity(symbol).subtract(book.reservedQuantity(symbol));
	}

	/** An order that says how much to spend gets its quantity from the price it trades at. */
	private Order sized(Instrument instrument, Order order, Tick tick) {
		if (order.terms().quantity() != null) {
			return order;
		}
		BigDecimal price = rules.matcher().slippage().worsen(instrument, order.side(), tick.price(), tick.size(), tick.size());
		BigDecimal notional = Objects.requireNonNull(order.terms().notional());
		BigDecimal quantity = instrument.onLot(notional.divide(price, MathContext.DECIMAL128));
		if (order.side() == Side.SELL) {
			quantity = quantity.min(free(order.symbol()));
		}
		return order.withTerms(order.terms().withQuantity(quantity));
	}
}
