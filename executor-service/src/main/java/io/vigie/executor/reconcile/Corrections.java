package io.vigie.executor.reconcile;

import io.vigie.common.bot.Bots;
import io.vigie.common.message.Ids;
import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.ledger.Shares;
import io.vigie.engine.ledger.Transaction;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.portfolio.Portfolios;
import io.vigie.executor.venue.Symbols;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books what makes the books say again what the broker says: each difference by a transaction of its own that names its cause,
 * nothing is ever overwritten. Books only where they still differ as they did when they were looked at.
 */
@Component
class Corrections {

	private static final int UNITS = 9;

	private final Books books;
	private final Adjustments adjustments;
	private final Portfolios portfolios;
	private final TransactionTemplate transactions;
	private final Clock clock;

	Corrections(Books books, Adjustments adjustments, Portfolios portfolios, TransactionTemplate transactions, Clock clock) {
		this.books = books;
		this.adjustments = adjustments;
		this.portfolios = portfolios;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Those of the differences that are explained or may be booked unexplained; the others are left as they are. */
	List<Finding> book(List<Judged> judged, UUID reconciliation, Instant at) {
		List<Judged> bookable = judged.stream().filter(Judged::isBookable).toList();
		return bookable.isEmpty() ? List.of()
				: java.util.Objects.requireNonNull(transactions.execute(_ -> commit(bookable, reconciliation, at)));
	}

	private List<Finding> commit(List<Judged> judged, UUID reconciliation, Instant at) {
		Page page = books.open(books.bots(), List.of(), List.of());
		List<Finding> booked = new ArrayList<>();
		for (Judged it : judged) {
			if (inBooks(page, it.drift()).compareTo(it.drift().ours()) == 0) {
				Transaction transaction = transaction(page, it, reconciliation, at);
				page.book(transaction, null);
				booked.add(it.finding(transaction.key()));
			}
		}
		page.write();
		UUID correlation = Ids.next(clock.instant());
		portfolios.tell(page, page.changed().stream().collect(Collectors.toMap(Function.identity(),
				_ -> new Portfolios.Because(correlation, reconciliation))));
		return booked;
	}

	private static BigDecimal inBooks(Page page, Drift drift) {
		return page.bots().stream()
			.map(bot -> drift.is(Drift.CASH) ? page.entry(bot).portfolio().cash() : page.position(bot, drift.subject()).quantity())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private Transaction transaction(Page page, Judged judged, UUID reconciliation, Instant at) {
		Drift drift = judged.drift();
		String key = "adjustment:" + reconciliation + ":" + drift.kind() + ":" + drift.subject();
		return switch (judged.remedy()) {
			case REVERSE -> adjustments.reversed(java.util.Objects.requireNonNull(judged.reverses()), judged.explanation(), at);
			case SPLIT -> split(page, key, drift, judged.explanation(), at);
			case ADJUST -> drift.is(Drift.CASH)
					? Bookings.adjustment(key, Bots.RESERVE, drift.subject(), drift.difference(), judged.explanation(), at)
					: units(page, key, judged, at);
			case LEAVE -> throw new IllegalStateException("Nothing is to be booked for " + drift.words());
		};
	}

	private static Transaction split(Page page, String key, Drift drift, String cause, Instant at) {
		String symbol = drift.subject();
		return Bookings.together(key, Shares.of(drift.difference(), page.holders(symbol), UNITS).entrySet().stream()
			.map(it -> Bookings.split(key, it.getKey(), symbol, Symbols.base(symbol), it.getValue(), cause, at)).toList());
	}

	/** What appears belongs to the reserve; what is gone is missing there first, and where it has not enough, with all who hold it. */
	private static Transaction units(Page page, String key, Judged judged, Instant at) {
		Drift drift = judged.drift();
		String symbol = drift.subject();
		Map<String, BigDecimal> holders = page.holders(symbol);
		boolean reserves = drift.difference().signum() > 0 || holders.isEmpty()
				|| holders.getOrDefault(Bots.RESERVE, BigDecimal.ZERO).compareTo(drift.difference().negate()) >= 0;
		Map<String, BigDecimal> shares = reserves ? Map.of(Bots.RESERVE, drift.difference()) : Shares.of(drift.difference(), holders, UNITS);
		return Bookings.together(key, shares.entrySet().stream().map(it -> Bookings.adjustmentOfUnits(key, it.getKey(),
				new Bookings.Holding(symbol, Symbols.base(symbol), Symbols.quote(symbol), it.getValue(), it.getValue().multiply(judged.price())),
				judged.explanation(), at)).toList());
	}
}
