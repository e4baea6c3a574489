package io.vigie.executor.ledger;

import io.vigie.common.sql.Trip;
import io.vigie.engine.ledger.AccountKind;
import io.vigie.engine.ledger.Hold;
import io.vigie.engine.ledger.Portfolio;
import io.vigie.engine.ledger.Position;
import io.vigie.engine.ledger.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is written for some bots in one database transaction: gathered here, written at once by {@link #write}. Not
 * thread-safe; of no use after the commit.
 */
public final class Page {

	private final BookWriter writer;
	private final Map<String, Entry> entries;
	private final Map<UUID, Hold> holds;
	private final Set<String> known;
	private final List<Booked> booked = new ArrayList<>();
	private final Set<PositionKey> movedPositions = new HashSet<>();
	private final Map<UUID, HeldCash> movedHolds = new LinkedHashMap<>();
	private final Set<String> changed = new HashSet<>();

	Page(BookWriter writer, Map<String, Entry> entries, Map<UUID, Hold> holds, Set<String> known) {
		this.writer = writer;
		this.entries = new HashMap<>(entries);
		this.holds = new HashMap<>(holds);
		this.known = known;
	}

	/** Returns false where this was booked before. */
	public boolean book(Transaction transaction, @Nullable UUID orderId) {
		if (!known.add(transaction.key())) {
			return false;
		}
		booked.add(new Booked(transaction, orderId));
		transaction.postings().stream().map(it -> it.account().bot()).distinct().forEach(bot -> {
			Entry before = entry(bot);
			Portfolio after = before.portfolio.after(transaction);
			entries.put(bot, before.moved(after, transaction.at()));
			changed.add(bot);
			if (transaction.symbol() != null && after.positions().containsKey(transaction.symbol())) {
				movedPositions.add(new PositionKey(bot, transaction.symbol()));
			}
			if (orderId != null) {
				pay(bot, orderId, transaction);
			}
		});
		return true;
	}

	/** Cash that went for an order is not set aside for it as well. */
	private void pay(String bot, UUID orderId, Transaction transaction) {
		BigDecimal gone = transaction.moved(bot, AccountKind.CASH).negate();
		Hold hold = holds.get(orderId);
		if (hold != null && gone.signum() > 0) {
			Hold next = hold.paying(gone);
			if (!next.equals(hold)) {
				replace(bot, orderId, next, entry(bot).held.subtract(hold.remaining()).add(next.remaining()), transaction.at());
			}
		}
	}

	/** Sets cash aside, or refuses because no free cash is left for it. */
	public boolean hold(String bot, UUID orderId, BigDecimal amount, Instant at) {
		Entry entry = entry(bot);
		if (amount.compareTo(entry.free()) > 0) {
			return false;
		}
		if (amount.signum() > 0) {
			replace(bot, orderId, Hold.of(amount), entry.held.add(amount), at);
		}
		return true;
	}

	/** What was set aside for the order when it was intended, whatever has become of that. */
	public BigDecimal setAside(UUID orderId) {
		Hold hold = holds.get(orderId);
		return hold == null ? BigDecimal.ZERO : hold.amount();
	}

	/** Follows what became of the order; nothing where it holds nothing. */
	public void follow(String bot, UUID orderId, BigDecimal filled, BigDecimal ordered, boolean ended, Instant at) {
		Hold hold = holds.get(orderId);
		if (hold == null) {
			return;
		}
		Hold next = ended ? hold.filled(filled, ordered).ended(filled) : hold.filled(filled, ordered);
		if (!next.equals(hold)) {
			replace(bot, orderId, next, entry(bot).held.subtract(hold.remaining()).add(next.remaining()), at);
		}
	}

	/** The number of the last change to this bot's ledger, changes on this page included. */
	public long sequence(String bot) {
		return entry(bot).sequence;
	}

	/** The last split of the symbol that this page books. */
	public Optional<BookedSplit> lastSplit(String symbol) {
		return booked.reversed().stream().map(Booked::transaction)
			.filter(it -> it.kind() == Transaction.Kind.SPLIT && symbol.equals(it.symbol()))
			.map(it -> new BookedSplit(it.cause(), entries.keySet().stream().map(bot -> it.moved(bot, AccountKind.POSITION))
				.reduce(BigDecimal.ZERO, BigDecimal::add)))
			.findFirst();
	}

	/** Who holds some of it, and how much; between the two halves of an exchange of units, who paid for some of it, and how much. */
	public Map<String, BigDecimal> holders(String symbol) {
		Map<String, BigDecimal> units = holders(symbol, Position::quantity);
		return units.isEmpty() ? holders(symbol, Position::cost) : units;
	}

	private Map<String, BigDecimal> holders(String symbol, Function<Position, BigDecimal> share) {
		Map<String, BigDecimal> holders = new TreeMap<>();
		entries.keySet().forEach(bot -> holders.put(bot, share.apply(position(bot, symbol))));
		holders.values().removeIf(it -> it.signum() == 0);
		return holders;
	}

	public Position position(String bot, String symbol) {
		return entry(bot).portfolio.position(symbol);
	}

	public Entry entry(String bot) {
		Entry entry = entries.get(bot);
		if (entry == null) {
			throw new IllegalStateException("Bot " + bot + " has no page open");
		}
		return entry;
	}

	/** Those it was opened for. */
	public Set<String> bots() {
		return Set.copyOf(entries.keySet());
	}

	public boolean has(String bot) {
		return entries.containsKey(bot);
	}

	/** Bots whose ledger this page changes. */
	public Set<String> changed() {
		return Set.copyOf(changed);
	}

	/** Everything in one go, however much it is. */
	public void write() {
		Trip trip = writer.trip();
		write(trip);
		trip.go();
	}

	/** Everything, in the company of what else is written. */
	public void write(Trip trip) {
		writer.write(trip, booked, changed.stream().map(this::entry).toList(),
				movedPositions.stream().map(it -> new BookWriter.Moved(it.bot, position(it.bot, it.symbol), entry(it.bot).asOf)).toList(), movedHolds);
	}

	private void replace(String bot, UUID orderId, Hold hold, BigDecimal held, Instant at) {
		holds.put(orderId, hold);
		movedHolds.put(orderId, new HeldCash(bot, hold));
		entries.put(bot, entry(bot).holding(held, at));
		changed.add(bot);
	}

	/**
	 * One bot's books as they stand.
	 *
	 * @param held set aside over all orders
	 * @param asOf market time of the last change
	 */
	public record Entry(Portfolio portfolio, String currency, BigDecimal held, long sequence, Instant asOf) {

		public BigDecimal free() {
			return portfolio.cash().subtract(held);
		}

		Entry withPositions(Map<String, Position> positions) {
			return new Entry(new Portfolio(portfolio.bot(), portfolio.capital(), portfolio.cash(), portfolio.fees(),
					portfolio.income(), positions, Map.of()), currency, held, sequence, asOf);
		}

		Entry moved(Portfolio after, Instant at) {
			return new Entry(after, currency, held, sequence + 1, later(at));
		}

		Entry holding(BigDecimal heldNow, Instant at) {
			return new Entry(portfolio, currency, heldNow, sequence + 1, later(at));
		}

		private Instant later(Instant at) {
			return at.isAfter(asOf) ? at : asOf;
		}
	}

	record Booked(Transaction transaction, @Nullable UUID orderId) {
	}

	record HeldCash(String bot, Hold hold) {
	}

	private record PositionKey(String bot, String symbol) {
	}
}
