package io.vigie.engine.ledger;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each event is booked: the one place that knows which accounts stand against which. */
public final class Bookings {

	private Bookings() {
	}

	/** Capital handed to a bot. */
	public static Transaction opening(String key, String bot, String currency, BigDecimal amount, String cause, Instant at) {
		return two(key, Transaction.Kind.OPENING, null, cause, at, new Account(bot, AccountKind.CASH, currency),
				new Account(bot, AccountKind.CAPITAL, currency), amount);
	}

	/** A holding the account had before the books were opened; its cost is what the broker says was paid. */
	public static Transaction openingPosition(String key, String bot, Holding holding, String cause, Instant at) {
		return opposite(key, Transaction.Kind.OPENING, holding, cause, at, bot, AccountKind.CAPITAL);
	}

	/** Bought or sold: units against money, both against the market. */
	public static Transaction fill(String key, String bot, Traded traded, String cause, Instant at) {
		BigDecimal units = traded.side().signed(traded.quantity());
		BigDecimal money = traded.side().opposite().signed(traded.quantity().multiply(traded.price()));
		return new Transaction(key, Transaction.Kind.FILL, traded.symbol(), cause, at, List.of(
				new Posting(new Account(bot, AccountKind.POSITION, traded.base()), units),
				new Posting(new Account(bot, AccountKind.MARKET, traded.base()), units.negate()),
				new Posting(new Account(bot, AccountKind.CASH, traded.quote()), money),
				new Posting(new Account(bot, AccountKind.MARKET, traded.quote()), money.negate())));
	}

	/** A fee paid in money; a positive amount is what the bot pays, a negative one a rebate. */
	public static Transaction fee(String key, String bot, @Nullable String symbol, String currency, BigDecimal amount,
			String cause, Instant at) {
		return two(key, Transaction.Kind.FEE, symbol, cause, at, new Account(bot, AccountKind.FEES, currency),
				new Account(bot, AccountKind.CASH, currency), amount);
	}

	/** A fee the venue took out of the units themselves. */
	public static Transaction feeInUnits(String key, String bot, String symbol, String base, BigDecimal quantity,
			String cause, Instant at) {
		return two(key, Transaction.Kind.FEE, symbol, cause, at, new Account(bot, AccountKind.FEES, base),
				new Account(bot, AccountKind.POSITION, base), quantity);
	}

	/** Dividend or interest; negative where the bot pays. */
	public static Transaction income(String key, String bot, @Nullable String symbol, String currency, BigDecimal amount,
			String cause, Instant at) {
		return two(key, Transaction.Kind.INCOME, symbol, cause, at, new Account(bot, AccountKind.CASH, currency),
				new Account(bot, AccountKind.INCOME, currency), amount);
	}

	/** Capital moved between two bots, or paid in or out where both are the same. */
	public static Transaction transfer(String key, String from, String to, String currency, BigDecimal amount, String cause,
			Instant at) {
		List<Posting> postings = new ArrayList<>();
		postings.addAll(pair(new Account(to, AccountKind.CASH, currency), new Account(to, AccountKind.CAPITAL, currency), amount));
		if (!from.equals(to)) {
			postings.addAll(pair(new Account(from, AccountKind.CAPITAL, currency), new Account(from, AccountKind.CASH, currency), amount));
		}
		return new Transaction(key, Transaction.Kind.TRANSFER, null, cause, at, postings);
	}

	/** Units brought in or taken out together with what they cost; a negative quantity has a negative cost. */
	public static Transaction transferOfUnits(String key, String bot, Holding holding, String cause, Instant at) {
		return opposite(key, Transaction.Kind.TRANSFER, holding, cause, at, bot, AccountKind.CAPITAL);
	}

	/** Units that appear or vanish without money, e.g. a split: they cost together what they cost before. */
	public static Transaction split(String key, String bot, String symbol, String base, BigDecimal units, String cause,
			Instant at) {
		return two(key, Transaction.Kind.SPLIT, symbol, cause, at, new Account(bot, AccountKind.POSITION, base),
				new Account(bot, AccountKind.MARKET, base), units);
	}

	/**
	 * Money for the fraction of a unit that a split leaves over: sold, and nobody traded. Where the fraction is not known it
	 * is nothing, and the money lowers the cost of what is held.
	 */
	public static Transaction inLieu(String key, String bot, Holding fraction, String cause, Instant at) {
		List<Posting> postings = new ArrayList<>();
		if (fraction.quantity().signum() != 0) {
			postings.addAll(pair(new Account(bot, AccountKind.MARKET, fraction.base()),
					new Account(bot, AccountKind.POSITION, fraction.base()), fraction.quantity()));
		}
		postings.addAll(pair(new Account(bot, AccountKind.CASH, fraction.quote()),
				new Account(bot, AccountKind.MARKET, fraction.quote()), fraction.cost()));
		return new Transaction(key, Transaction.Kind.IN_LIEU, fraction.symbol(), cause, at, postings);
	}

	/** Units that differ from the broker's, booked at what they are worth; a negative quantity has a negative cost. */
	public static Transaction adjustmentOfUnits(String key, String bot, Holding holding, String cause, Instant at) {
		return opposite(key, Transaction.Kind.ADJUSTMENT, holding, cause, at, bot, AccountKind.ADJUSTMENT);
	}

	/** What happened to several bots at once, as one transaction. */
	public static Transaction together(String key, List<Transaction> parts) {
		Transaction first = parts.getFirst();
		return new Transaction(key, first.kind(), first.symbol(), first.cause(), first.at(),
				parts.stream().flatMap(it -> it.postings().stream()).toList());
	}

	/** A difference to the broker, booked with its evidence. */
	public static Transaction adjustment(String key, String bot, String currency, BigDecimal amount, String cause, Instant at) {
		return two(key, Transaction.Kind.ADJUSTMENT, null, cause, at, new Account(bot, AccountKind.CASH, currency),
				new Account(bot, AccountKind.ADJUSTMENT, currency), amount);
	}

	private static Transaction opposite(String key, Transaction.Kind kind, Holding holding, String cause, Instant at,
			String bot, AccountKind against) {
		// The money it once cost passes through capital only, so that cost and cash both stay true.
		return new Transaction(key, kind, holding.symbol(), cause, at, List.of(
				new Posting(new Account(bot, AccountKind.POSITION, holding.base()), holding.quantity()),
				new Posting(new Account(bot, against, holding.base()), holding.quantity().negate()),
				new Posting(new Account(bot, against, holding.quote()), holding.cost().negate()),
				new Posting(new Account(bot, AccountKind.MARKET, holding.quote()), holding.cost())));
	}

	private static Transaction two(String key, Transaction.Kind kind, @Nullable String symbol, String cause, Instant at,
			Account gains, Account gives, BigDecimal amount) {
		return new Transaction(key, kind, symbol, cause, at, pair(gains, gives, amount));
	}

	private static List<Posting> pair(Account gains, Account gives, BigDecimal amount) {
		return List.of(new Posting(gains, amount), new Posting(gives, amount.negate()));
	}

	/** Units that changed hands at a price. */
	public record Traded(String symbol, String base, String quote, Side side, BigDecimal quantity, BigDecimal price) {
	}

	/** Units and what they cost, or bring, in all. */
	public record Holding(String symbol, String base, String quote, BigDecimal quantity, BigDecimal cost) {
	}
}
