package io.vigie.executor.portfolio;

import io.vigie.common.sql.Plain;
import io.vigie.engine.ledger.Portfolio;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.price.LastPrices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Profit and loss with fees and without, as the broker charges and as our own models would. */
@Component
public class Profits {

	private final Books books;
	private final LastPrices prices;
	private final CostModel costs;
	private final JdbcClient jdbc;

	Profits(Books books, LastPrices prices, CostModel costs, JdbcClient jdbc) {
		this.books = books;
		this.prices = prices;
		this.costs = costs;
		this.jdbc = jdbc;
	}

	/** All bots', or one's; with prices as of now. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public List<Profit> now(@Nullable String bot) {
		Collection<String> bots = bot == null ? books.bots() : List.of(bot);
		if (bots.isEmpty()) {
			return List.of();
		}
		Map<String, BigDecimal> adjustments = adjustments(bots);
		Map<String, List<Traded>> traded = traded(bots);
		return books.read(bots).stream().map(entry -> profit(entry, adjustments.getOrDefault(entry.portfolio().bot(), BigDecimal.ZERO),
				traded.getOrDefault(entry.portfolio().bot(), List.of()))).toList();
	}

	private Profit profit(Page.Entry entry, BigDecimal adjustments, List<Traded> traded) {
		Portfolio portfolio = entry.portfolio();
		Function<String, BigDecimal> price = symbol -> prices.of(symbol).orElseGet(() -> portfolio.position(symbol).averagePrice());
		BigDecimal unrealised = portfolio.positions().values().stream().filter(it -> it.quantity().signum() != 0)
			.map(it -> it.unrealised(price.apply(it.symbol()))).reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal gross = portfolio.realised().add(unrealised).add(portfolio.income()).add(adjustments);
		BigDecimal venue = sum(traded, Traded::modelled);
		BigDecimal flat = costs.flat(traded.stream().mapToLong(Traded::orders).sum());
		return new Profit(portfolio.bot(), entry.currency(), Plain.of(portfolio.capital()), Plain.of(portfolio.equity(price)),
				Plain.of(portfolio.realised()), Plain.of(unrealised), Plain.of(portfolio.income()), Plain.of(adjustments), Plain.of(gross),
				Plain.of(portfolio.fees()), Plain.of(gross.subtract(portfolio.fees())),
				new Profit.Modelled(Plain.of(venue), Plain.of(gross.subtract(venue)), Plain.of(flat), Plain.of(gross.subtract(flat))),
				symbols(traded));
	}

	private static List<Profit.OfSymbol> symbols(List<Traded> traded) {
		Map<String, List<Traded>> bySymbol = new TreeMap<>();
		traded.forEach(it -> bySymbol.computeIfAbsent(it.symbol, _ -> new ArrayList<>()).add(it));
		return bySymbol.entrySet().stream().map(it -> new Profit.OfSymbol(it.getKey(), it.getValue().stream().mapToLong(Traded::fills).sum(),
				Plain.of(sum(it.getValue(), Traded::notional)), Plain.of(sum(it.getValue(), Traded::realised)),
				Plain.of(sum(it.getValue(), Traded::fee)), Plain.of(sum(it.getValue(), Traded::modelled)))).toList();
	}

	private static BigDecimal sum(List<Traded> traded, Function<Traded, BigDecimal> figure) {
		return traded.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private Map<String, BigDecimal> adjustments(Collection<String> bots) {
		Map<String, BigDecimal> adjustments = new HashMap<>();
		jdbc.sql("""
				select p.bot, -sum(p.amount) from postings p join portfolios b on b.bot = p.bot and b.currency = p.asset
				where p.account = 'ADJUSTMENT' and p.bot in (:bots) group by p.bot""").param("bots", bots)
			.query((row, _) -> adjustments.put(row.getString(1), row.getBigDecimal(2))).list();
		return adjustments;
	}

	private Map<String, List<Traded>> traded(Collection<String> bots) {
		Map<String, List<Traded>> traded = new HashMap<>();
		jdbc.sql("""
				select t.bot, t.symbol, o.type, count(distinct t.order_id) as orders, count(*) as fills, sum(t.quantity * t.price) as notional,
					sum(t.realised) as realised, sum(t.fee) as fee
				from trades t join orders o on o.id = t.order_id where t.bot in (:bots) group by 1, 2, 3""").param("bots", bots)
			.query((row, _) -> {
				String symbol = row.getString("symbol");
				BigDecimal notional = row.getBigDecimal("notional");
				BigDecimal modelled = costs.asVenue(symbol, OrderType.valueOf(row.getString("type")), notional);
				return traded.computeIfAbsent(row.getString("bot"), _ -> new ArrayList<>()).add(new Traded(symbol, row.getLong("orders"),
						row.getLong("fills"), notional, row.getBigDecimal("realised"), row.getBigDecimal("fee"), modelled));
			}).list();
		return traded;
	}

	/** @param modelled what a venue would have charged */
	private record Traded(String symbol, long orders, long fills, BigDecimal notional, BigDecimal realised, BigDecimal fee,
			BigDecimal modelled) {
	}
}
