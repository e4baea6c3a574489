package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.engine.market.AssetClass;
import io.vigie.engine.risk.Exposure;
import io.vigie.engine.risk.Past;
import io.vigie.engine.risk.Ruling;
import io.vigie.engine.risk.TradeRecord;
import io.vigie.engine.strategy.Action;
import io.vigie.risk.hold.Closing;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The books of all bots, and what is granted meanwhile. One thread, one transaction. */
final class OpenBooks {

	static final Duration RATE_SPAN = Duration.ofMinutes(1);

	private final RiskSettings settings;
	private final Map<String, Standing> standings;
	private final List<OpenHold> holds;
	private final List<Closing> closings;
	private final Guards guards;
	private final List<Granted> granted;
	private final Map<String, TradeRecord> records;
	private final List<Stake> stakes = new ArrayList<>();

	/** @param at market time */
	record Granted(String bot, Instant at) {
	}

	/** What somebody has out in a symbol, held or on order. */
	private record Stake(String bot, String symbol, @Nullable AssetClass assetClass, @Nullable String sector, BigDecimal amount) {
	}

	OpenBooks(RiskSettings settings, Map<String, Standing> standings, List<OpenHold> holds, List<Closing> closings, Guards guards,
			List<Granted> granted, Map<String, TradeRecord> records) {
		this.settings = settings;
		this.standings = standings;
		this.holds = new ArrayList<>(holds);
		this.closings = new ArrayList<>(closings);
		this.guards = guards;
		this.granted = new ArrayList<>(granted);
		this.records = records;
		standings.values().forEach(standing -> standing.positions().forEach(it ->
				stakes.add(stake(standing.bot(), it.symbol(), it.quantity().multiply(it.lastPrice()).abs()))));
		holds.forEach(it -> stakes.add(stake(it.bot(), it.symbol(), it.amount())));
	}

	Situation of(Bot bot) {
		return new Situation(bot, standings.get(bot.name()), holds.stream().filter(it -> it.bot().equals(bot.name())).toList(),
				closings.stream().filter(it -> it.bot().equals(bot.name())).toList(), guards.of(bot.name()));
	}

	/** What is out already, seen from an entry of that bot into that symbol. */
	Exposure exposure(String bot, String symbol) {
		AssetClass assetClass = settings.assetClass(symbol);
		String sector = settings.sector(symbol);
		BigDecimal equity = standings.values().stream().map(Standing::equity).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Exposure(equity, out(it -> it.symbol.equals(symbol)), out(it -> it.bot.equals(bot)),
				out(it -> it.assetClass == assetClass), sector,
				sector == null ? BigDecimal.ZERO : out(it -> Objects.equals(it.sector, sector)), out(_ -> true));
	}

	/** What the bot did before, around that moment of the market. */
	Past past(String bot, Instant at) {
		int around = (int) granted.stream()
			.filter(it -> it.bot.equals(bot) && Duration.between(it.at, at).abs().compareTo(RATE_SPAN) < 0)
			.count();
		return new Past(around, records.getOrDefault(bot, TradeRecord.NONE));
	}

	/** What was granted is no longer there for the next; what only protects is, until it sells. */
	void grant(Decided decided) {
		if (!(decided.ruling() instanceof Ruling.Approved approved)) {
			return;
		}
		String bot = decided.proposal().bot();
		String symbol = decided.proposal().symbol();
		if (decided.proposal().action() == Action.CLOSE) {
			if (decided.proposal().style() == null) {
				closings.add(new Closing(bot, symbol, approved.quantity()));
			}
		}
		else {
			holds.add(new OpenHold(decided.message().id(), bot, symbol, approved.hold(), decided.marketAt()));
			stakes.add(stake(bot, symbol, approved.hold()));
			granted.add(new Granted(bot, decided.marketAt()));
		}
	}

	private BigDecimal out(Predicate<Stake> which) {
		return stakes.stream().filter(which).map(Stake::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private Stake stake(String bot, String symbol, BigDecimal amount) {
		return new Stake(bot, symbol, settings.assetClass(symbol), settings.sector(symbol), amount);
	}
}
