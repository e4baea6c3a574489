package io.vigie.simulator.exchange;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.venue.OrderType;
import io.vigie.engine.venue.Trail;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens to the account other than by trading: cash that moves, shares that split. */
final class Treasury {

	private static final int CENTS = 2;

	private final Ids ids;
	private final Book book;
	private final Account account;
	private final History history;
	private final Clearing clearing;
	private final List<Command.Split> splits;

	Treasury(Ids ids, Book book, Account account, History history, Clearing clearing, Collection<Command.Split> splits) {
		this.ids = ids;
		this.book = book;
		this.account = account;
		this.history = history;
		this.clearing = clearing;
		this.splits = new ArrayList<>(splits);
	}

	List<Command.Split> splits() {
		return splits;
	}

	void move(Command.Move move) {
		account.move(move.amount());
		if (move.recorded()) {
			history.add(new Activity.Moved(ids.nextActivity(move.at()), move.at(), move.type(), move.amount(), move.symbol(),
					move.quantity(), move.perShare(), move.order(), dated(move.date(), move.at()), move.description()));
		}
	}

	/** @param last the price before the split, from which fractions that can't be held are paid out */
	void split(Command.Split split, Instrument instrument, BigDecimal last, List<MarketEvent> events) {
		splits.add(split);
		BigDecimal before = account.quantity(split.symbol());
		BigDecimal exact = before.multiply(split.to()).divide(split.from(), MathContext.DECIMAL128);
		BigDecimal after = instrument.onLot(exact);
		account.restate(split.symbol(), after);
		book.open(split.symbol()).forEach(it -> restate(split, instrument, it, events));
		if (split.recorded() && before.signum() != 0) {
			String ratio = Decimals.text(split.to()) + ":" + Decimals.text(split.from());
			history.add(new Activity.Moved(ids.nextActivity(split.at()), split.at(), "SPLIT", BigDecimal.ZERO, split.symbol(),
					after.subtract(before), null, null, dated(null, split.at()), "Split " + ratio + " of " + split.symbol()));
		}
		BigDecimal inLieu = exact.subtract(after).multiply(adjusted(split, last)).setScale(CENTS, RoundingMode.HALF_EVEN);
		if (inLieu.signum() > 0) {
			move(new Command.Move(split.at(), "CIL", inLieu, split.symbol(), null, null, null, null, "Cash in lieu of fractions of "
					+ split.symbol(), split.recorded()));
		}
	}

	/** What a recorded price is after all splits so far. */
	BigDecimal price(Instrument instrument, BigDecimal recorded) {
		BigDecimal price = recorded;
		for (Command.Split split : splits) {
			price = split.symbol().equals(instrument.symbol()) ? onTick(instrument, adjusted(split, price)) : price;
		}
		return price;
	}

	BigDecimal size(String symbol, BigDecimal recorded) {
		BigDecimal size = recorded;
		for (Command.Split split : splits) {
			size = split.symbol().equals(symbol) ? size.multiply(split.to()).divide(split.from(), MathContext.DECIMAL128) : size;
		}
		return size;
	}

	/** An order keeps its id and what it has filled; what is left of it follows the split. */
	private void restate(Command.Split split, Instrument instrument, Order order, List<MarketEvent> events) {
		BigDecimal left = instrument.onLot(order.remaining().multiply(split.to()).divide(split.from(), MathContext.DECIMAL128));
		if (order.terms().quantity() != null && left.signum() == 0) {
			clearing.close(order, OrderStatus.CANCELED, split.at(), events);
			return;
		}
		Terms terms = order.terms();
		Terms restated = new Terms(terms.symbol(), terms.side(), terms.quantity() == null ? null : order.filledQuantity().add(left),
				terms.notional(), terms.kind(), terms.timeInForce(), price(split, instrument, terms.limitPrice()),
				price(split, instrument, terms.stopPrice()), price(split, instrument, terms.trailPrice()), terms.trailPercent(),
				terms.extendedHours());
		clearing.say("restated", order.withTerms(restated).working(working(split, instrument, order.working())), split.at(), null, events);
	}

	private static OrderType working(Command.Split split, Instrument instrument, OrderType type) {
		return switch (type) {
			case OrderType.Market market -> market;
			case OrderType.Limit(var price, var resting) -> new OrderType.Limit(onTick(instrument, adjusted(split, price)), resting);
			case OrderType.Stop(var price) -> new OrderType.Stop(onTick(instrument, adjusted(split, price)));
			case OrderType.StopLimit(var stop, var limit) -> new OrderType.StopLimit(onTick(instrument, adjusted(split, stop)),
					onTick(instrument, adjusted(split, limit)));
			case OrderType.TrailingStop(Trail.Amount(var amount), var extreme) -> new OrderType.TrailingStop(
					new Trail.Amount(onTick(instrument, adjusted(split, amount))), onTick(instrument, adjusted(split, extreme)));
			case OrderType.TrailingStop(var trail, var extreme) -> new OrderType.TrailingStop(trail,
					onTick(instrument, adjusted(split, extreme)));
		};
	}

	private static @Nullable BigDecimal price(Command.Split split, Instrument instrument, @Nullable BigDecimal price) {
		return price == null ? null : onTick(instrument, adjusted(split, price));
	}

	private static BigDecimal adjusted(Command.Split split, BigDecimal price) {
		return price.multiply(split.from()).divide(split.to(), MathContext.DECIMAL128);
	}

	private static BigDecimal onTick(Instrument instrument, BigDecimal price) {
		BigDecimal tick = instrument.tickSize();
		return price.divide(tick, 0, RoundingMode.HALF_EVEN).max(BigDecimal.ONE).multiply(tick);
	}

	private static LocalDate dated(@Nullable LocalDate date, Instant at) {
		return Objects.requireNonNullElseGet(date, () -> at.atZone(ZoneOffset.UTC).toLocalDate());
	}
}
