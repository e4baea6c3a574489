package io.vigie.risk.decision;

import io.vigie.common.bot.Bots;
import io.vigie.common.bot.SizingChoice.Policy;
import io.vigie.common.sql.Trip;
import io.vigie.engine.risk.TradeRecord;
import io.vigie.risk.connection.BreakerDesk;
import io.vigie.risk.hold.Closing;
import io.vigie.risk.hold.HoldDesk;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.PortfolioDesk;
import io.vigie.risk.portfolio.Standing;
import io.vigie.risk.protection.PastDesk;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Gathers what is true of the bots that are decided on; locks first, so that it stays true. An entry counts against what all
 * bots have out together, so it takes all of their locks, in the order of names; an exit takes its own bot's alone.
 */
@Component
class Situations {

	/** Kelly looks this far back. */
	private static final int SALES = 200;

	private final PortfolioDesk portfolios;
	private final HoldDesk holds;
	private final BreakerDesk breakers;
	private final PastDesk past;
	private final Bots bots;
	private final RiskSettings settings;
	private final JdbcTemplate jdbc;

	Situations(PortfolioDesk portfolios, HoldDesk holds, BreakerDesk breakers, PastDesk past, Bots bots, RiskSettings settings,
			JdbcTemplate jdbc) {
		this.portfolios = portfolios;
		this.holds = holds;
		this.breakers = breakers;
		this.past = past;
		this.bots = bots;
		this.settings = settings;
		this.jdbc = jdbc;
	}

	/**
	 * A bot without a portfolio has no row to lock, and is granted nothing. Known once the trip is over.
	 *
	 * @param deciding on whom is decided
	 * @param entries whether any of it is an entry
	 */
	Supplier<OpenBooks> lock(Trip trip, Collection<String> deciding, boolean entries, Instant earliest, Instant latest) {
		Supplier<Map<String, Standing>> standings = entries ? portfolios.lockAll(trip) : portfolios.lock(trip, deciding);
		return books(trip, standings, deciding, entries, earliest, latest);
	}

	/** The same for looking only. */
	OpenBooks look(Collection<String> looking, Instant at) {
		var trip = new Trip(jdbc);
		Supplier<OpenBooks> books = books(trip, portfolios.all(trip), looking, true, at, at);
		trip.go();
		return books.get();
	}

	private Supplier<OpenBooks> books(Trip trip, Supplier<Map<String, Standing>> standings, Collection<String> concerned, boolean entries,
			Instant earliest, Instant latest) {
		Supplier<List<OpenHold>> held = entries ? holds.openOfAll(trip) : holds.open(trip, concerned);
		Supplier<List<Closing>> closing = holds.closing(trip, concerned);
		Supplier<Guards> guards = Guards.ask(trip, breakers.provenSince(), earliest, concerned);
		Supplier<List<OpenBooks.Granted>> granted = entries ? granted(trip, concerned, earliest, latest) : List::of;
		return () -> new OpenBooks(settings, standings.get(), held.get(), closing.get(), guards.get(), granted.get(), records(concerned));
	}

	/** Entries granted before, near enough in market time to count in the rate. */
	private Supplier<List<OpenBooks.Granted>> granted(Trip trip, Collection<String> concerned, Instant earliest, Instant latest) {
		List<String> counted = concerned.stream()
			.filter(it -> bots.named(it).filter(bot -> settings.limits(bot.risk()).orderRate() > 0).isPresent())
			.toList();
		if (counted.isEmpty()) {
			return List::of;
		}
		Duration minute = OpenBooks.RATE_SPAN;
		List<OpenBooks.Granted> granted = new ArrayList<>();
		trip.ask("""
				select bot, market_at from verdicts
				where approved and action = 'BUY' and bot = any (?) and market_at > ? and market_at < ?""",
				row -> granted.add(new OpenBooks.Granted(row.getString("bot"), row.getTimestamp("market_at").toInstant())),
				new Trip.Many("text", counted.toArray()), Timestamp.from(earliest.minus(minute)), Timestamp.from(latest.plus(minute)));
		return () -> granted;
	}

	private Map<String, TradeRecord> records(Collection<String> concerned) {
		Map<String, TradeRecord> records = new HashMap<>();
		for (String name : concerned) {
			bots.named(name).filter(it -> it.risk().sizing().policy() == Policy.KELLY)
				.ifPresent(_ -> records.put(name, past.record(name, SALES)));
		}
		return records;
	}
}
