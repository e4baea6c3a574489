package io.vigie.engine.ledger;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Liquidity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A broker account that two bots and a reserve share, lived through at random. Beside the books it keeps what the broker would
 * have: its own cash and units, counted naively.
 */
final class LedgerLife {

	static final String SYMBOL = "AAPL";
	static final List<String> BOTS = List.of("trend", "breakout", "reserve");
	private static final String USD = "USD";
	private static final BigDecimal SLIPPAGE = new BigDecimal("1.01");
	private static final FeeModel RATE = new FeeModel.MakerTaker(new BigDecimal("0.0015"), new BigDecimal("0.0025"));
	private static final FeeModel FLAT = new FeeModel.Flat(BigDecimal.ONE);

	enum What {
		ORDER, FILL, LAST_FILL, CANCEL, SELL, UNIT_FEE, DIVIDEND, INTEREST, SPLIT, REVERSE_SPLIT, PAY_IN, MOVE_CAPITAL, ADJUSTMENT,
		UNIT_ADJUSTMENT, TOLD_AGAIN, RESTART
	}

	record Event(What what, String bot, int number, BigDecimal quantity, BigDecimal price) {
	}

	Books books = new Books();
	BigDecimal cash = BigDecimal.ZERO;
	BigDecimal units = BigDecimal.ZERO;
	private final List<Transaction> journal = new ArrayList<>();
	private final Map<String, Order> orders = new LinkedHashMap<>();

	LedgerLife() {
		for (String bot : BOTS) {
			book(Bookings.opening("opening:" + bot, bot, USD, new BigDecimal("25000"), "", Instant.EPOCH));
		}
		cash = new BigDecimal("75000");
	}

	void happen(Event it) {
		String key = it.what + ":" + journal.size();
		switch (it.what) {
			case ORDER -> order(it);
			case FILL -> open(it).ifPresent(order -> fill(order, it.quantity.min(order.open()), it.price.min(order.worst())));
			case LAST_FILL -> open(it).ifPresent(order -> fill(order, order.open(), order.worst()));
			case CANCEL -> open(it).ifPresent(this::cancel);
			case SELL -> sell(key, it.bot, it.quantity.min(held(it.bot)).setScale(9, java.math.RoundingMode.DOWN), it.price);
			case UNIT_FEE -> unitFee(key, it.bot, it.quantity.min(held(it.bot)));
			case DIVIDEND -> dividend(key, it.price);
			case INTEREST -> money(Bookings.income(key, it.bot, null, USD, it.price, "", Instant.EPOCH), it.price);
			case SPLIT -> split(key, units.multiply(BigDecimal.valueOf(3)));
			case REVERSE_SPLIT -> reverseSplit(key, it.price);
			case PAY_IN -> money(Bookings.transfer(key, it.bot, it.bot, USD, it.price, "", Instant.EPOCH), it.price);
			case MOVE_CAPITAL -> moveCapital(key, it);
			case ADJUSTMENT -> money(Bookings.adjustment(key, it.bot, USD, it.price, "", Instant.EPOCH), it.price);
			case UNIT_ADJUSTMENT -> {
				book(Bookings.adjustmentOfUnits(key, it.bot, of(it.quantity, it.quantity.multiply(it.price)), "", Instant.EPOCH));
				units = units.add(it.quantity);
			}
			case TOLD_AGAIN -> List.copyOf(journal).forEach(books::book);
			case RESTART -> books = restarted();
		}
	}

	/** The same books, built anew from what was written down. */
	Books restarted() {
		Books anew = new Books();
		journal.forEach(anew::book);
		orders.forEach((id, order) -> anew.held(order.bot, id, order.hold));
		return anew;
	}

	private void order(Event it) {
		Order order = new Order("order:" + orders.size(), it.bot, it.quantity, it.price);
		BigDecimal worst = order.worst().multiply(it.quantity);
		if (books.hold(it.bot, order.id, worst.add(RATE.worst(worst)).add(FLAT.worst(worst)))) {
			order.hold = books.portfolio(it.bot).holds().get(order.id);
			orders.put(order.id, order);
		}
	}

	private void fill(Order order, BigDecimal quantity, BigDecimal price) {
		boolean first = order.filled.signum() == 0;
		order.filled = order.filled.add(quantity);
		String fill = order.id + ":" + order.filled.toPlainString();
		var execution = new Execution(price, quantity, Liquidity.TAKER);
		book(Bookings.fill(fill, order.bot, new Bookings.Traded(SYMBOL, SYMBOL, USD, Side.BUY, quantity, price), "", Instant.EPOCH));
		BigDecimal fee = RATE.fee(execution).add(first ? FLAT.fee(execution) : BigDecimal.ZERO).setScale(18, java.math.RoundingMode.DOWN);
		if (fee.signum() > 0) {
			book(Bookings.fee("fee:" + fill, order.bot, SYMBOL, USD, fee, "", Instant.EPOCH));
		}
		cash = cash.subtract(execution.notional()).subtract(fee);
		units = units.add(quantity);
		hold(order, order.hold.paying(execution.notional()).paying(fee).filled(order.filled, order.quantity));
	}

	private void cancel(Order order) {
		hold(order, order.hold.ended(order.filled));
	}

	private void hold(Order order, Hold hold) {
		order.hold = hold;
		books.held(order.bot, order.id, hold);
	}

	private void sell(String key, String bot, BigDecimal quantity, BigDecimal price) {
		if (quantity.signum() > 0) {
			money(Bookings.fill(key, bot, new Bookings.Traded(SYMBOL, SYMBOL, USD, Side.SELL, quantity, price), "", Instant.EPOCH),
					quantity.multiply(price));
			units = units.subtract(quantity);
		}
	}

	private void unitFee(String key, String bot, BigDecimal quantity) {
		if (quantity.signum() > 0) {
			book(Bookings.feeInUnits(key, bot, SYMBOL, SYMBOL, quantity, "", Instant.EPOCH));
			units = units.subtract(quantity);
		}
	}

	private void dividend(String key, BigDecimal amount) {
		if (units.signum() > 0) {
			shared(key, amount, 2, (bot, share) -> Bookings.income(key, bot, SYMBOL, USD, share, "", Instant.EPOCH));
			cash = cash.add(amount);
		}
	}

	private void split(String key, BigDecimal more) {
		if (units.signum() > 0 && units.compareTo(new BigDecimal("1000000")) < 0) {
			shared(key, more, 18, (bot, share) -> Bookings.split(key, bot, SYMBOL, SYMBOL, share, "", Instant.EPOCH));
			units = units.add(more);
		}
	}

	/** One for three; the fraction that is left over is paid out. */
	private void reverseSplit(String key, BigDecimal price) {
		if (units.signum() <= 0) {
			return;
		}
		BigDecimal before = units;
		BigDecimal exact = units.divide(BigDecimal.valueOf(3), 18, java.math.RoundingMode.DOWN);
		split(key, exact.subtract(before));
		BigDecimal fraction = units.remainder(BigDecimal.ONE);
		if (units.compareTo(exact) == 0 && fraction.signum() > 0) {
			BigDecimal paid = fraction.multiply(price).setScale(2, java.math.RoundingMode.DOWN);
			Map<String, BigDecimal> money = Shares.of(paid, holdings(), 2);
			shared(key + ":in-lieu", fraction, 18, (bot, share) -> Bookings.inLieu(key, bot,
					of(share, money.getOrDefault(bot, BigDecimal.ZERO)), "", Instant.EPOCH));
			units = units.subtract(fraction);
			cash = cash.add(paid);
		}
	}

	private void moveCapital(String key, Event it) {
		BigDecimal amount = it.price.min(books.portfolio("reserve").free());
		if (amount.signum() > 0) {
			book(Bookings.transfer(key, "reserve", it.bot, USD, amount, "", Instant.EPOCH));
			cash = it.bot.equals("reserve") ? cash.add(amount) : cash;
		}
	}

	private void shared(String key, BigDecimal total, int scale, BiFunction<String, BigDecimal, Transaction> part) {
		Map<String, BigDecimal> shares = Shares.of(total, holdings(), scale);
		if (!shares.isEmpty()) {
			book(Bookings.together(key, shares.entrySet().stream().map(it -> part.apply(it.getKey(), it.getValue())).toList()));
		}
	}

	private Map<String, BigDecimal> holdings() {
		Map<String, BigDecimal> holdings = new HashMap<>();
		BOTS.forEach(bot -> holdings.put(bot, held(bot)));
		return holdings;
	}

	private BigDecimal held(String bot) {
		return books.portfolio(bot).position(SYMBOL).quantity();
	}

	private void money(Transaction transaction, BigDecimal more) {
		book(transaction);
		cash = cash.add(more);
	}

	private void book(Transaction transaction) {
		books.book(transaction);
		journal.add(transaction);
	}

	private java.util.Optional<Order> open(Event it) {
		List<Order> open = orders.values().stream().filter(order -> order.hold.state() == Hold.State.PENDING).toList();
		return open.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(open.get(it.number % open.size()));
	}

	private static Bookings.Holding of(BigDecimal quantity, BigDecimal cost) {
		return new Bookings.Holding(SYMBOL, SYMBOL, USD, quantity, cost);
	}

	private static final class Order {

		private final String id;
		private final String bot;
		private final BigDecimal quantity;
		private final BigDecimal price;
		private BigDecimal filled = BigDecimal.ZERO;
		private Hold hold = Hold.of(BigDecimal.ZERO);

		private Order(String id, String bot, BigDecimal quantity, BigDecimal price) {
			this.id = id;
			this.bot = bot;
			this.quantity = quantity;
			this.price = price;
		}

		private BigDecimal open() {
			return quantity.subtract(filled);
		}

		private BigDecimal worst() {
			return price.multiply(SLIPPAGE);
		}
	}
}
