package io.vigie.executor.portfolio;

import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PositionView;
import io.vigie.common.sql.Plain;
import io.vigie.common.sql.Trip;
import io.vigie.engine.ledger.Portfolio;
import io.vigie.engine.ledger.Position;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.price.LastPrices;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each bot has, in the one form that everyone reads. */
@Service
public class Portfolios {

	private final Books books;
	private final LastPrices prices;
	private final Outbox outbox;
	private final JdbcTemplate jdbc;
	private final Clock clock;

	Portfolios(Books books, LastPrices prices, Outbox outbox, JdbcTemplate jdbc, Clock clock) {
		this.books = books;
		this.prices = prices;
		this.outbox = outbox;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Tells everyone, as part of the transaction that wrote the page. */
	public void tell(Page page, Map<String, Because> changed) {
		tell(page, changed, protections(changed.keySet()));
	}

	/** The same where the page is still being written; to be run once the trip is over that writes it. */
	public Runnable telling(Trip trip, Page page, Map<String, Because> changed) {
		Supplier<Map<String, Map<String, Protection>>> protections = protections(trip, changed.keySet());
		return () -> tell(page, changed, protections.get());
	}

	private void tell(Page page, Map<String, Because> changed, Map<String, Map<String, Protection>> protections) {
		changed.forEach((bot, why) -> {
			PortfolioChanged view = view(page.entry(bot), protections.getOrDefault(bot, Map.of()));
			outbox.append(Topics.PORTFOLIOS, bot, new Message<>(Ids.named("portfolio", bot, view.sequence()), "executor", Message.ALL,
					view.contractVersion(), clock.instant(), why.correlationId, why.causationId, view));
		});
	}

	/** Tells everyone how things stand; who knows it already does not mind. */
	@Transactional
	public void tellAll() {
		Set<String> bots = books.bots();
		Page page = books.open(bots, List.of(), List.of());
		UUID correlation = Ids.next(clock.instant());
		tell(page, bots.stream().collect(Collectors.toMap(Function.identity(), _ -> new Because(correlation, null))));
	}

	/** All bots' portfolios, or one's; with prices as of now. */
	@Transactional(readOnly = true)
	public List<PortfolioChanged> now(@Nullable String bot) {
		Collection<String> bots = bot == null ? books.bots() : List.of(bot);
		Map<String, Map<String, Protection>> protections = protections(bots);
		return books.read(bots).stream()
			.map(entry -> view(entry, protections.getOrDefault(entry.portfolio().bot(), Map.of())))
			.toList();
	}

	private PortfolioChanged view(Page.Entry entry, Map<String, Protection> protections) {
		Portfolio portfolio = entry.portfolio();
		List<PositionView> positions = portfolio.positions().values().stream()
			.filter(it -> it.quantity().signum() != 0)
			.map(it -> view(it, protections.getOrDefault(it.symbol(), Protection.NONE)))
			.toList();
		BigDecimal value = positions.stream().map(it -> it.quantity().multiply(it.lastPrice())).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new PortfolioChanged(portfolio.bot(), entry.sequence(), entry.currency(), Plain.of(portfolio.capital()),
				Plain.of(portfolio.cash()), Plain.of(entry.held()), Plain.of(value), Plain.of(portfolio.cash().add(value)),
				Plain.of(portfolio.realised()), Plain.of(portfolio.fees()), positions, entry.asOf());
	}

	private PositionView view(Position position, Protection protection) {
		BigDecimal last = prices.of(position.symbol()).orElseGet(position::averagePrice);
		return new PositionView(position.symbol(), Plain.of(position.quantity()), position.averagePrice(), Plain.of(last),
				Plain.of(position.unrealised(last)), protection.stopLoss(), protection.takeProfit());
	}

	private Map<String, Map<String, Protection>> protections(Collection<String> bots) {
		var trip = new Trip(jdbc);
		Supplier<Map<String, Map<String, Protection>>> protections = protections(trip, bots);
		trip.go();
		return protections.get();
	}

	private static Supplier<Map<String, Map<String, Protection>>> protections(Trip trip, Collection<String> bots) {
		Map<String, Map<String, Protection>> protections = new HashMap<>();
		if (!bots.isEmpty()) {
			trip.ask("""
				select l.bot, l.symbol, max(l.stop_price) filter (where l.role = 'STOP_LOSS') as stop_price,
					coalesce(min(l.limit_price) filter (where l.role = 'TAKE_PROFIT'),
						min(entry.take_profit) filter (where entry.role = 'ENTRY' and l.client_order_id = l.bot || '-' || l.id)) as limit_price
				from orders l left join orders entry on entry.id = l.parent_id
				where l.bot = any (?) and l.role in ('STOP_LOSS', 'TAKE_PROFIT') and l.state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')
					and (entry.id is null or entry.role <> 'ENTRY' or entry.filled_quantity > 0)
				group by l.bot, l.symbol""",
					row -> protections.computeIfAbsent(row.getString("bot"), _ -> new HashMap<>())
						.put(row.getString("symbol"), new Protection(Plain.decimalOrNull(row, "stop_price"), Plain.decimalOrNull(row, "limit_price"))),
					new Trip.Many("text", bots.toArray()));
		}
		return () -> protections;
	}

	/** What a change follows from. */
	public record Because(UUID correlationId, @Nullable UUID causationId) {
	}
}
