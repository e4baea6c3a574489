package io.vigie.risk.decision;

import io.vigie.common.bot.Bots;
import io.vigie.common.bot.SizingChoice.Policy;
import io.vigie.engine.risk.TradeRecord;
import io.vigie.risk.connection.BreakerDesk;
import io.vigie.risk.hold.HoldDesk;
import io.vigie.risk.portfolio.PortfolioDesk;
import io.vigie.risk.portfolio.Standing;
import io.vigie.risk.protection.PastDesk;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
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
	private final JdbcClient jdbc;

	Situations(PortfolioDesk portfolios, HoldDesk holds, BreakerDesk breakers, PastDesk past, Bots bots, RiskSettings settings,
			JdbcClient jdbc) {
		this.portfolios = portfolios;
		this.holds = holds;
		this.breakers = breakers;
		this.past = past;
		this.bots = bots;
		this.settings = settings;
		this.jdbc = jdbc;
	}

	/**
	 * A bot without a portfolio has no row to lock, and is granted nothing.
	 *
	 * @param deciding on whom is decided
	 * @param entries whether any of it is an entry
	 */
	OpenBooks lock(Collection<String> deciding, boolean entries, Instant earliest, Instant latest) {
		Map<String, Standing> standings = entries ? portfolios.lockAll() : portfolios.lock(deciding);
		return books(standings, deciding, entries, earliest, latest);
	}

	/** The same for looking only. */
	OpenBooks look(Collection<String> looking, Instant at) {
		return books(portfolios.all(), looking, true, at, at);
	}

	private OpenBooks books(Map<String, Standing> standings, Collection<String> concerned, boolean entries, Instant earliest,
			Instant latest) {
		return new OpenBooks(settings, standings, entries ? holds.openOfAll() : holds.open(concerned), holds.closing(concerned),
				guards(concerned, earliest), entries ? granted(concerned, earliest, latest) : List.of(), records(concerned));
	}

	private Guards guards(Collection<String> concerned, Instant earliest) {
		return new Guards(jdbc.sql(Guards.SQL)
			.param("provenSince", Timestamp.from(breakers.provenSince()))
			.param("at", Timestamp.from(earliest))
			.param("bots", concerned)
			.query(Guards.Obstacle::of)
			.list());
	}

	/** Entries granted before, near enough in market time to count in the rate. */
	private List<OpenBooks.Granted> granted(Collection<String> concerned, Instant earliest, Instant latest) {
		List<String> counted = concerned.stream()
			.filter(it -> bots.named(it).filter(bot -> settings.limits(bot.risk()).orderRate() > 0).isPresent())
			.toList();
		if (counted.isEmpty()) {
			return List.of();
		}
		Duration minute = OpenBooks.RATE_SPAN;
		return jdbc.sql("""
				select bot, market_at from verdicts
				where approved and action = 'BUY' and bot in (:bots) and market_at > :from and market_at < :to""")
			.param("bots", counted)
			.param("from", Timestamp.from(earliest.minus(minute)))
			.param("to", Timestamp.from(latest.plus(minute)))
			.query((row, _) -> new OpenBooks.Granted(row.getString("bot"), row.getTimestamp("market_at").toInstant()))
			.list();
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
