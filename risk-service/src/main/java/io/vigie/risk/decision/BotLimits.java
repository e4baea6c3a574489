package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.engine.risk.Account;
import io.vigie.engine.risk.Exposure;
import io.vigie.engine.risk.ExposureLimits;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.Terms;
import io.vigie.risk.connection.LinkDesk;
import io.vigie.risk.hold.Closing;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a bot may do now.
 *
 * @param sequence of the portfolio this rests on; none while no portfolio of the bot is known
 * @param free cash that is not held
 * @param base what fractions are taken of: the capital, or what is left of it when that is less
 */
record BotLimits(String bot, @Nullable Long sequence, @Nullable BigDecimal cash, BigDecimal held, @Nullable BigDecimal free,
		@Nullable BigDecimal base, @Nullable Instant asOf, List<Limit> limits, List<OpenHold> holds, List<Closing> closings) {

	/**
	 * @param symbol none where the rule is about the whole bot
	 * @param seen none where the rule is about a proposal alone
	 */
	record Limit(String rule, @Nullable String symbol, String unit, BigDecimal limit, @Nullable BigDecimal seen,
			@Nullable BigDecimal headroom) {

		static Limit atMost(String rule, @Nullable String symbol, String unit, BigDecimal limit, BigDecimal seen) {
			return new Limit(rule, symbol, unit, limit, seen, limit.subtract(seen));
		}

		static Limit of(String rule, String unit, BigDecimal limit) {
			return new Limit(rule, null, unit, limit, null, null);
		}
	}

	static BotLimits of(OpenBooks books, Bot bot, Limits limits, Function<String, Optional<Terms>> market) {
		Situation now = books.of(bot);
		Account account = now.account();
		Standing standing = now.standing();
		List<Limit> all = new ArrayList<>();
		all.add(new Limit("portfolio", null, "known", BigDecimal.ONE, account == null ? BigDecimal.ZERO : BigDecimal.ONE,
				account == null ? BigDecimal.ONE.negate() : BigDecimal.ZERO));
		all.add(Limit.atMost("trading-state", null, "steps from active", BigDecimal.ZERO, BigDecimal.valueOf(now.guard().state().ordinal())));
		all.add(Limit.atMost("circuit-breaker", null, "links tripped", BigDecimal.ZERO, BigDecimal.valueOf(now.guard().tripped().size())));
		now.guard().locks().forEach(it -> all.add(Limit.atMost(it.kind().rule(), it.symbol(), "locks", BigDecimal.ZERO, BigDecimal.ONE)));
		all.add(Limit.of("price-collar", "fraction", limits.priceCollar()));
		all.add(Limit.of("order-rate", "entries a minute of market time", BigDecimal.valueOf(limits.orderRate())));
		all.add(Limit.of("confidence", "fraction", limits.minConfidence()));
		all.add(Limit.of("stale-price", "seconds of market time", seconds(limits.stalePrice())));
		all.add(Limit.of("late-proposal", "seconds", seconds(limits.lateProposal())));
		all.add(Limit.of("stop-loss", "fraction below price", limits.stopLoss()));
		all.add(Limit.of("take-profit", "fraction above price", limits.takeProfit()));
		if (account != null) {
			all.add(Limit.atMost("solvency", null, "quote currency", account.cash(), account.held()));
		}
		now.bot().symbols().forEach(symbol -> {
			all.addAll(ofSymbol(now, symbol, limits, market.apply(symbol)));
			all.addAll(exposures(books.exposure(bot.name(), symbol), account, symbol, limits.exposure()));
		});
		return new BotLimits(now.bot().name(), standing == null ? null : standing.sequence(),
				account == null ? null : account.cash(), now.held(), account == null ? null : account.free(),
				account == null ? null : account.base(), standing == null ? null : standing.asOf(), all, now.holds(),
				now.closings());
	}

	private static List<Limit> ofSymbol(Situation now, String symbol, Limits limits, Optional<Terms> known) {
		List<Limit> all = new ArrayList<>();
		known.ifPresent(terms -> {
			all.add(new Limit("tradable", symbol, "not refused by the venue", BigDecimal.ONE, terms.isRefused() ? BigDecimal.ZERO : BigDecimal.ONE,
					terms.isRefused() ? BigDecimal.ONE.negate() : BigDecimal.ZERO));
			all.add(new Limit("min-size", symbol, "base units", terms.leastQuantity(), null, null));
			all.add(new Limit("grid", symbol, "base units a lot", terms.instrument().lotSize(), null, null));
			all.add(new Limit("grid", symbol, "quote currency a tick", terms.instrument().tickSize(), null, null));
			all.add(Limit.atMost("connection", symbol, "links down", BigDecimal.ZERO,
					BigDecimal.valueOf(LinkDesk.needed(now.guard().brokenLinks(), terms.instrument().assetClass()).size())));
			boolean held = terms.instrument().onLot(now.holding(symbol)).signum() > 0;
			all.add(Limit.atMost("duplicate", symbol, "positions and entries", BigDecimal.ZERO,
					BigDecimal.valueOf(now.inFlight(symbol) + (held ? 1 : 0))));
			all.add(new Limit("min-notional", symbol, "quote currency", terms.instrument().minNotional(), null, null));
		});
		Account account = now.account();
		Standing standing = now.standing();
		if (account != null && standing != null) {
			all.add(Limit.atMost("max-position", symbol, "quote currency", limits.maxPosition().multiply(account.base()),
					standing.worth(symbol)));
		}
		return all;
	}

	private static List<Limit> exposures(Exposure out, @Nullable Account account, String symbol, ExposureLimits limits) {
		if (account == null) {
			return List.of();
		}
		String money = "quote currency";
		List<Limit> all = new ArrayList<>(List.of(
				Limit.atMost("exposure-symbol", symbol, money, limits.symbol().multiply(out.equity()), out.symbol()),
				Limit.atMost("exposure-bot", symbol, money, limits.bot().multiply(account.base()), out.bot()),
				Limit.atMost("exposure-asset-class", symbol, money, limits.assetClass().multiply(out.equity()), out.assetClass()),
				Limit.atMost("exposure-global", symbol, money, limits.global().multiply(out.equity()), out.all()),
				Limit.atMost("leverage", symbol, money, limits.leverage().multiply(out.equity()), out.all())));
		if (out.sector() != null) {
			all.add(Limit.atMost("exposure-sector", symbol, money, limits.sector().multiply(out.equity()), out.inSector()));
		}
		return all;
	}

	private static BigDecimal seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toMillis(), 3);
	}
}
