package io.vigie.executor.order;

import io.vigie.common.message.CashMoved;
import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.ledger.Shares;
import io.vigie.engine.ledger.Transaction;
import io.vigie.executor.ledger.BookedSplit;
import io.vigie.executor.venue.Symbols;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How cash or units that moved for another reason than a fill are booked. What happens to a symbol happens to whoever holds
 * it, in proportion; what belongs to an order happens to the order's bot, and everything else to the account's reserve.
 */
final class CashBooking {

	/** A fraction of a cent has no owner; of a share, venues count nine decimals. */
	private static final int CENTS = 2;
	private static final int UNITS = 9;
	/** Units that go for money: cash in lieu of a fraction, a merger. */
	private static final Set<String> SALES = Set.of("CIL", "MA");
	private static final String IN_LIEU = "CIL";

	private final CashMoved moved;
	private final String owner;
	private final Map<String, BigDecimal> holders;
	private final @Nullable BookedSplit before;
	private final String key;
	private final String words;

	private CashBooking(CashMoved moved, String owner, Map<String, BigDecimal> holders, @Nullable BookedSplit before) {
		this.moved = moved;
		this.owner = owner;
		this.holders = holders;
		this.before = before;
		this.key = key(moved);
		this.words = moved.description().isEmpty() ? moved.kind() : moved.kind() + ": " + moved.description();
	}

	static String key(CashMoved moved) {
		return "activity:" + moved.activityId();
	}

	static boolean isFee(CashMoved moved) {
		return Movement.of(moved.kind()) == Movement.FEE;
	}

	/** Whether it concerns all who hold the symbol. */
	static boolean isShared(CashMoved moved) {
		return moved.symbol() != null && moved.venueOrderId() == null && Movement.of(moved.kind()) != Movement.TRANSFER;
	}

	/** True where there is something to book. */
	static boolean moves(CashMoved moved) {
		return moved.amount().signum() != 0 || movesUnits(moved);
	}

	/** Money for a fraction that only the split before it tells of. */
	static boolean followsASplit(CashMoved moved) {
		return moved.kind().equals(IN_LIEU) && moved.symbol() != null && !movesUnits(moved);
	}

	/**
	 * @param owner who it concerns where no holder shares it
	 * @param holders units held of the symbol, by bot
	 * @param before the split before it, where it follows one
	 * @return the first bears {@link #key}; others go with it
	 */
	static List<Transaction> of(CashMoved moved, String owner, Map<String, BigDecimal> holders, @Nullable BookedSplit before) {
		return new CashBooking(moved, owner, isShared(moved) ? holders : Map.of(), before).transactions();
	}

	/** A dividend names the units that it is paid for; they do not move. */
	private static boolean movesUnits(CashMoved moved) {
		return moved.quantity() != null && moved.quantity().signum() != 0 && moved.symbol() != null && switch (Movement.of(moved.kind())) {
			case FEE -> moved.amount().signum() == 0;
			case CORPORATE_ACTION -> !moved.kind().startsWith("DIV");
			case TRANSFER -> true;
			case INTEREST -> false;
		};
	}

	private List<Transaction> transactions() {
		String symbol = moved.symbol();
		boolean units = movesUnits(moved);
		return switch (Movement.of(moved.kind())) {
			case FEE -> List.of(units && symbol != null ? feeInUnits(symbol) : shared(moved.amount(), CENTS,
					(bot, share) -> Bookings.fee(key, bot, symbol, moved.currency(), share.negate(), words, moved.occurredAt())));
			case TRANSFER -> List.of(units && symbol != null ? transferOfUnits(symbol)
					: Bookings.transfer(key, owner, owner, moved.currency(), moved.amount(), words, moved.occurredAt()));
			case CORPORATE_ACTION -> symbol != null && (units || SALES.contains(moved.kind())) ? change(symbol) : List.of(income());
			case INTEREST -> List.of(income());
		};
	}

	private Transaction income() {
		return shared(moved.amount(), CENTS, (bot, share) -> Bookings.income(key, bot, moved.symbol(), moved.currency(), share,
				words, moved.occurredAt()));
	}

	private Transaction feeInUnits(String symbol) {
		return shared(quantityOrZero(), UNITS, (bot, share) -> Bookings.feeInUnits(key, bot, symbol, Symbols.base(symbol),
				share.negate(), words, moved.occurredAt()));
	}

	/** What they cost elsewhere is known only where the entry tells what they are worth. */
	private Transaction transferOfUnits(String symbol) {
		BigDecimal worth = quantityOrZero().signum() < 0 ? moved.amount().abs().negate() : moved.amount().abs();
		return Bookings.transferOfUnits(key, owner, holding(symbol, quantityOrZero(), worth), words, moved.occurredAt());
	}

	/**
	 * Units that change by a ratio; money that comes with them or after them is for the fraction that the ratio leaves over.
	 * That fraction is part of the split and sold at once.
	 */
	private List<Transaction> change(String symbol) {
		BigDecimal units = quantityOrZero();
		BigDecimal money = moved.amount();
		boolean sale = SALES.contains(moved.kind());
		BigDecimal fraction = money.signum() == 0 || sale && !followsASplit(moved) ? BigDecimal.ZERO
				: leftOver(sale ? before : new BookedSplit(words, units));
		if (sale && fraction.signum() == 0) {
			return List.of(inLieu(key, symbol, units.negate(), money));
		}
		Transaction split = shared(units.add(fraction), UNITS, (bot, share) -> Bookings.split(key, bot, symbol, Symbols.base(symbol), share,
				words, moved.occurredAt()));
		return money.signum() == 0 ? List.of(split) : List.of(split, inLieu(key + ":in-lieu", symbol, fraction, money));
	}

	/** Zero where it is not known. */
	private BigDecimal leftOver(@Nullable BookedSplit split) {
		if (split == null) {
			return BigDecimal.ZERO;
		}
		BigDecimal heldBefore = followsASplit(moved) ? held().subtract(split.units()) : held();
		return SplitRatio.of(split.cause()).flatMap(it -> it.fraction(heldBefore, split.units())).orElse(BigDecimal.ZERO);
	}

	private Transaction inLieu(String as, String symbol, BigDecimal sold, BigDecimal money) {
		Map<String, BigDecimal> units = parts(sold, UNITS);
		Map<String, BigDecimal> paid = parts(money, CENTS);
		Set<String> bots = new TreeSet<>(paid.keySet());
		bots.addAll(units.keySet());
		return Bookings.together(as, bots.stream().map(bot -> Bookings.inLieu(as, bot, holding(symbol,
				units.getOrDefault(bot, BigDecimal.ZERO), paid.getOrDefault(bot, BigDecimal.ZERO)), words, moved.occurredAt())).toList());
	}

	private Transaction shared(BigDecimal total, int scale, BiFunction<String, BigDecimal, Transaction> part) {
		return Bookings.together(key, parts(total, scale).entrySet().stream().map(it -> part.apply(it.getKey(), it.getValue())).toList());
	}

	private Map<String, BigDecimal> parts(BigDecimal total, int scale) {
		return held().signum() == 0 ? Map.of(owner, total) : Shares.of(total, holders, scale);
	}

	private BigDecimal held() {
		return holders.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private BigDecimal quantityOrZero() {
		return Optional.ofNullable(moved.quantity()).orElse(BigDecimal.ZERO);
	}

	private static Bookings.Holding holding(String symbol, BigDecimal quantity, BigDecimal cost) {
		return new Bookings.Holding(symbol, Symbols.base(symbol), Symbols.quote(symbol), quantity, cost);
	}
}
