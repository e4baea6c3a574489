package io.vigie.executor.start;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.engine.ledger.Bookings;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Opening;
import io.vigie.executor.ledger.Openings;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.Symbols;
import io.vigie.executor.venue.VenueAccount;
import io.vigie.executor.venue.VenueActivity;
import io.vigie.executor.venue.VenuePosition;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the books once, from what the broker says is there, and gives every new bot its capital. */
@Component
class FirstBooks {

	private static final Logger log = LoggerFactory.getLogger(FirstBooks.class);

	private final Alpaca venue;
	private final Bots bots;
	private final Books books;
	private final Openings openings;
	private final TransactionTemplate transactions;
	private final Clock clock;

	FirstBooks(Alpaca venue, Bots bots, Books books, Openings openings, TransactionTemplate transactions, Clock clock) {
		this.venue = venue;
		this.bots = bots;
		this.books = books;
		this.openings = openings;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Returns whether they were opened just now. */
	boolean open() {
		boolean first = openings.find(venue.accountName()).isEmpty();
		if (first) {
			Broker broker = quietly();
			transactions.executeWithoutResult(_ -> open(broker));
			log.atInfo().addKeyValue("cash", broker.account.cash().toPlainString()).addKeyValue("positions", broker.positions.size()).log("Books opened");
		}
		List<Bot> newcomers = bots.all().stream().filter(it -> !books.bots().contains(it.name())).toList();
		newcomers.forEach(bot -> transactions.executeWithoutResult(_ -> fund(bot)));
		return first;
	}

	/** Reads until nothing happened between the first and the last look. */
	private Broker quietly() {
		while (true) {
			Optional<VenueActivity> before = venue.lastActivity();
			Instant since = before.map(VenueActivity::at).orElse(Instant.EPOCH);
			Set<String> known = before.isEmpty() ? Set.of()
					: venue.activitiesAfter(since.minus(Opening.KNOWN_FOR)).stream().map(VenueActivity::id).collect(Collectors.toCollection(TreeSet::new));
			var broker = new Broker(venue.account(), venue.positions(), since, known);
			if (venue.lastActivity().map(VenueActivity::id).equals(before.map(VenueActivity::id))) {
				return broker;
			}
		}
	}

	/** All of it belongs to the reserve at first. */
	private void open(Broker broker) {
		Instant at = venue.marketTime().orElseGet(clock::instant);
		books.begin(Bots.RESERVE, broker.account.currency(), Instant.EPOCH);
		Page page = books.open(Set.of(Bots.RESERVE), List.of(), List.of());
		page.book(Bookings.opening("opening:" + venue.accountName(), Bots.RESERVE, broker.account.currency(), broker.account.cash(),
				"cash at the broker when the books were opened", at), null);
		for (VenuePosition it : broker.positions) {
			var holding = new Bookings.Holding(it.symbol(), Symbols.base(it.symbol()), Symbols.quote(it.symbol()), it.quantity(), it.cost());
			page.book(Bookings.openingPosition("opening:" + venue.accountName() + ":" + it.symbol(), Bots.RESERVE, holding,
					"held at the broker when the books were opened", at), null);
		}
		page.write();
		openings.record(venue.accountName(), broker.historyUntil, broker.known);
	}

	private void fund(Bot bot) {
		Page before = books.open(Set.of(Bots.RESERVE), List.of(), List.of());
		Page.Entry reserve = before.entry(Bots.RESERVE);
		BigDecimal free = reserve.free();
		if (free.compareTo(bot.capital()) < 0) {
			throw new IllegalStateException("Bot '" + bot.name() + "' wants a capital of " + bot.capital().toPlainString() + ", the broker account has "
					+ free.toPlainString() + " left: lower the capital of the bots (VIGIE_TRADERS_FILE)");
		}
		books.begin(bot.name(), reserve.currency(), reserve.asOf());
		Page page = books.open(Set.of(Bots.RESERVE, bot.name()), List.of(), List.of());
		page.book(Bookings.transfer("capital:" + bot.name(), Bots.RESERVE, bot.name(), reserve.currency(), bot.capital(),
				"capital of " + bot.name(), reserve.asOf()), null);
		page.write();
		log.atInfo().addKeyValue("bot", bot.name()).addKeyValue("capital", bot.capital().toPlainString()).log("Bot funded");
	}

	private record Broker(VenueAccount account, List<VenuePosition> positions, Instant historyUntil, Set<String> known) {
	}
}
