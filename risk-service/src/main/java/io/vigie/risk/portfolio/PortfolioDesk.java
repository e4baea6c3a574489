package io.vigie.risk.portfolio;

import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.common.message.PositionView;
import io.vigie.common.sql.Plain;
import io.vigie.common.sql.Rows;
import io.vigie.common.sql.Trip;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Knows the last portfolio of each bot. The rows double as locks: what is decided for a bot is decided by one at a time. */
@Service
public class PortfolioDesk {

	private static final TypeReference<List<PositionView>> POSITIONS = new TypeReference<>() {
	};

	/** By the ledger's sequence, then by market time, as prices move without bookings. */
	private static final String NEWER = """
			on conflict (bot) do update set sequence = excluded.sequence, capital = excluded.capital, cash = excluded.cash,
				equity = excluded.equity, positions = excluded.positions, as_of = excluded.as_of, heard_at = excluded.heard_at
			where (portfolios.sequence, portfolios.as_of) < (excluded.sequence, excluded.as_of)""";

	private final JdbcTemplate jdbc;
	private final Inbox inbox;
	private final JsonMapper json;
	private final Rows<PortfolioChanged> rows;
	private final Map<String, Read> lastRead = new ConcurrentHashMap<>();

	PortfolioDesk(JdbcTemplate jdbc, Inbox inbox, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.inbox = inbox;
		this.json = json;
		this.rows = new Rows<PortfolioChanged>("portfolios").column("bot", "text", PortfolioChanged::bot)
			.column("sequence", "int8", PortfolioChanged::sequence)
			.column("capital", "numeric", PortfolioChanged::capital)
			.column("cash", "numeric", PortfolioChanged::cash)
			.column("equity", "numeric", PortfolioChanged::equity)
			.column("positions", "jsonb", it -> json.writeValueAsString(it.positions()))
			.column("as_of", "timestamptz", PortfolioChanged::asOf)
			.column("heard_at", "timestamptz", _ -> clock.instant());
	}

	/** Of a batch only the newest per bot is written, in the order of names as with every lock. */
	@Transactional
	public void hear(List<Message<PortfolioMessage>> batch) {
		Comparator<PortfolioChanged> byAge = Comparator.comparingLong(PortfolioChanged::sequence)
			.thenComparing(PortfolioChanged::asOf);
		Map<String, PortfolioChanged> newest = inbox.fresh("portfolio", batch)
			.stream()
			.map(message -> switch (message.data()) {
				case PortfolioChanged changed -> changed;
			})
			.collect(Collectors.toMap(PortfolioChanged::bot, Function.identity(), BinaryOperator.maxBy(byAge), TreeMap::new));
		var trip = new Trip(jdbc);
		rows.insert(trip, newest.values(), NEWER);
		trip.go();
	}

	/**
	 * The standing of those bots that are known, theirs alone to decide on until the transaction ends. Known once the trip is over; what
	 * is asked after it is asked behind the locks. Always in the order of names, so that two that lock several never wait for each other.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Supplier<Map<String, Standing>> lock(Trip trip, Collection<String> bots) {
		return standings(trip, "where bot = any (?) order by bot for update", new Trip.Many("text", bots.toArray()));
	}

	/** The same of all bots. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Supplier<Map<String, Standing>> lockAll(Trip trip) {
		return standings(trip, "order by bot for update");
	}

	/** The standing of those bots that are known, for looking only. */
	@Transactional(readOnly = true)
	public Map<String, Standing> of(Collection<String> bots) {
		var trip = new Trip(jdbc);
		Supplier<Map<String, Standing>> standings = standings(trip, "where bot = any (?)", new Trip.Many("text", bots.toArray()));
		trip.go();
		return standings.get();
	}

	/** The standing of all bots that are known, for looking only; known once the trip is over. */
	public Supplier<Map<String, Standing>> all(Trip trip) {
		return standings(trip, "");
	}

	private Supplier<Map<String, Standing>> standings(Trip trip, String which, Object... arguments) {
		Map<String, Standing> standings = new HashMap<>();
		trip.ask("select bot, sequence, capital, cash, equity, positions::text, as_of from portfolios " + which, row -> {
			String bot = row.getString("bot");
			standings.put(bot, new Standing(bot, row.getLong("sequence"), Plain.decimal(row, "capital"), Plain.decimal(row, "cash"),
					Plain.decimal(row, "equity"), positions(bot, row.getString("positions")), row.getTimestamp("as_of").toInstant()));
		}, arguments);
		return () -> standings;
	}

	private List<PositionView> positions(String bot, String text) {
		Read read = lastRead.get(bot);
		if (read == null || !read.text.equals(text)) {
			read = new Read(text, List.copyOf(json.readValue(text, POSITIONS)));
			lastRead.put(bot, read);
		}
		return read.positions;
	}

	/** Every entry looks at everybody's positions, most of which are as they were: what reads the same is not read again. */
	private record Read(String text, List<PositionView> positions) {
	}
}
