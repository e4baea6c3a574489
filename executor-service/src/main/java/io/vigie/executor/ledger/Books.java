package io.vigie.executor.ledger;

import io.vigie.common.sql.Plain;
import io.vigie.common.sql.Trip;
import io.vigie.engine.ledger.Hold;
import io.vigie.engine.ledger.Portfolio;
import io.vigie.engine.ledger.Position;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored books. Whoever writes for a bot opens its page first and holds it until the commit, so that the sequence of a
 * bot's ledger, the outbox and the order of commits agree.
 */
@Component
public class Books {

	private final JdbcClient jdbc;
	private final JdbcTemplate template;
	private final BookWriter writer;

	Books(JdbcClient jdbc, JdbcTemplate template, BookWriter writer) {
		this.jdbc = jdbc;
		this.template = template;
		this.writer = writer;
	}

	/**
	 * Waits for and keeps the right to write for these bots. Pages are taken in the order of their names, so two writers never
	 * wait for each other.
	 *
	 * @param orders whose holds are concerned
	 * @param keys what may be booked; known ones are not booked again
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Page open(Collection<String> bots, Collection<UUID> orders, Collection<String> keys) {
		var trip = new Trip(template);
		Supplier<Page> page = open(trip, bots, orders, keys);
		trip.go();
		return page.get();
	}

	/** The same in the company of other questions; what is asked after it on that trip is asked behind the pages' locks. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Supplier<Page> open(Trip trip, Collection<String> bots, Collection<UUID> orders, Collection<String> keys) {
		Map<String, Page.Entry> entries = new TreeMap<>();
		Map<String, Map<String, Position>> positions = new HashMap<>();
		Set<String> known = new HashSet<>();
		Map<UUID, Hold> holds = new HashMap<>();
		Trip.Many names = new Trip.Many("text", bots.toArray());
		trip.ask("select * from portfolios where bot = any (?) order by bot for update", row -> entries.put(row.getString("bot"), entry(row)), names)
			.ask("select * from positions where bot = any (?)", row -> positions.computeIfAbsent(row.getString("bot"), _ -> new HashMap<>())
				.put(row.getString("symbol"), position(row)), names);
		if (!keys.isEmpty()) {
			trip.ask("select key from ledger_transactions where key = any (?)", row -> known.add(row.getString(1)), new Trip.Many("text", keys.toArray()));
		}
		if (!orders.isEmpty()) {
			trip.ask("select * from holds where order_id = any (?)", row -> holds.put(row.getObject("order_id", UUID.class), hold(row)),
					new Trip.Many("uuid", orders.toArray()));
		}
		return () -> {
			positions.forEach((bot, held) -> entries.computeIfPresent(bot, (_, entry) -> entry.withPositions(held)));
			return new Page(writer, entries, holds, known);
		};
	}

	/** Begins a bot's page; nothing where it has begun already. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void begin(String bot, String currency, Instant at) {
		jdbc.sql("""
				insert into portfolios (bot, currency, sequence, capital, cash, held, fees, income, as_of)
				values (?, ?, 0, 0, 0, 0, 0, 0, ?) on conflict do nothing""")
			.params(bot, currency, java.sql.Timestamp.from(at)).update();
	}

	/** As they stand, for showing. */
	public Collection<Page.Entry> read(Collection<String> bots) {
		return entries(bots).values();
	}

	/** As it stands, for deciding what is there to be sold. */
	public Position position(String bot, String symbol) {
		return jdbc.sql("select * from positions where bot = ? and symbol = ?").params(bot, symbol)
			.query((row, _) -> position(row)).optional().orElse(Position.none(symbol));
	}

	/** The last split of the symbol that was ever booked. */
	public Optional<BookedSplit> lastSplit(String symbol) {
		return jdbc.sql("""
				select t.cause, sum(p.amount) from ledger_transactions t join postings p on p.transaction_id = t.id and p.account = 'POSITION'
				where t.kind = 'SPLIT' and t.symbol = ? group by t.id order by t.seq desc limit 1""").param(symbol)
			.query((row, _) -> new BookedSplit(row.getString(1), Plain.of(row.getBigDecimal(2)))).optional();
	}

	/** Bots that have a page. */
	public Set<String> bots() {
		return new HashSet<>(jdbc.sql("select bot from portfolios").query(String.class).list());
	}

	/** The proof of all that is booked. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Balance balance() {
		Map<String, BigDecimal> sums = new TreeMap<>();
		jdbc.sql("select asset, sum(amount) from postings group by asset")
			.query((row, _) -> sums.put(row.getString(1), Plain.of(row.getBigDecimal(2)))).list();
		List<String> contradictions = contradictions();
		return new Balance(sums.values().stream().allMatch(sum -> sum.signum() == 0) && contradictions.isEmpty(), sums, contradictions);
	}

	private List<String> contradictions() {
		return jdbc.sql("""
				select p.bot || ' ' || x.account || ' ' || x.asset || ': portfolio ' || trim_scale(x.stored) || ', postings ' || trim_scale(x.posted)
				from portfolios p cross join lateral (
					select 'CASH' as account, p.currency as asset, p.cash as stored,
						(select coalesce(sum(amount), 0) from postings where bot = p.bot and account = 'CASH' and asset = p.currency) as posted
					union all
					select 'INCOME', p.currency, p.income,
						(select coalesce(-sum(amount), 0) from postings where bot = p.bot and account = 'INCOME' and asset = p.currency)
					union all
					select 'CAPITAL', p.currency, p.capital,
						(select coalesce(-sum(amount), 0) from postings where bot = p.bot and account = 'CAPITAL' and asset = p.currency)
					union all
					select 'POSITION', split_part(h.symbol, '/', 1), h.quantity,
						(select coalesce(sum(amount), 0) from postings
							where bot = p.bot and account = 'POSITION' and asset = split_part(h.symbol, '/', 1))
					from positions h where h.bot = p.bot
				) x where x.stored <> x.posted order by 1""").query(String.class).list();
	}

	private Map<String, Page.Entry> entries(Collection<String> bots) {
		Map<String, Page.Entry> entries = new TreeMap<>();
		if (!bots.isEmpty()) {
			jdbc.sql("select * from portfolios where bot in (:bots) order by bot").param("bots", bots)
				.query((row, _) -> entries.put(row.getString("bot"), entry(row))).list();
			positions(bots).forEach((bot, held) -> entries.computeIfPresent(bot, (_, entry) -> entry.withPositions(held)));
		}
		return entries;
	}

	private Map<String, Map<String, Position>> positions(Collection<String> bots) {
		Map<String, Map<String, Position>> positions = new HashMap<>();
		jdbc.sql("select * from positions where bot in (:bots)").param("bots", bots)
			.query((row, _) -> positions.computeIfAbsent(row.getString("bot"), _ -> new HashMap<>())
				.put(row.getString("symbol"), position(row))).list();
		return positions;
	}

	private static Hold hold(ResultSet row) throws SQLException {
		return new Hold(Plain.decimal(row, "amount"), Plain.decimal(row, "paid"), Plain.decimal(row, "remaining"),
				Hold.State.valueOf(row.getString("state")));
	}

	private static Page.Entry entry(ResultSet row) throws SQLException {
		String bot = row.getString("bot");
		var portfolio = new Portfolio(bot, Plain.decimal(row, "capital"), Plain.decimal(row, "cash"), Plain.decimal(row, "fees"),
				Plain.decimal(row, "income"), Map.of(), Map.of());
		return new Page.Entry(portfolio, row.getString("currency"), Plain.decimal(row, "held"), row.getLong("sequence"),
				row.getTimestamp("as_of").toInstant());
	}

	static Position position(ResultSet row) throws SQLException {
		return new Position(row.getString("symbol"), Plain.decimal(row, "quantity"), Plain.decimal(row, "cost"),
				Plain.decimal(row, "realised"));
	}

	/**
	 * @param sums per asset over all postings; zero, always
	 * @param contradictions what the stored portfolios say otherwise than their postings; none, ever
	 */
	public record Balance(boolean balanced, Map<String, BigDecimal> sums, List<String> contradictions) {
	}
}
