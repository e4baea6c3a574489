package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.MARKET;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.RiskLimits;
import io.vigie.engine.market.Listing;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.Terms;
import io.vigie.risk.decision.BotLimits.Limit;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BotLimitsTests {

	private static final RiskSettings SETTINGS = SettingsFixtures.forEverything();
	private static final Bot PAIR = new Bot("pair", "rules", "sma-cross", Map.of(), List.of("BTC/USD", "ETH/USD"), Timeframe.M1,
			number("25000"), new RiskLimits(number("20"), number("2"), number("4"), number("50")));

	@Test
	void showsWhatIsLeftOfTheCash() {
		BotLimits limits = limits(standing());
		assertThat(limits.free()).isEqualByComparingTo("18000");
		assertThat(limits.sequence()).isEqualTo(3);
		assertThat(limit(limits, "solvency", null).headroom()).isEqualByComparingTo("18000");
	}

	@Test
	void measuresPositionsByWhatIsLeftOfTheCapital() {
		Limit bitcoin = limit(limits(standing()), "max-position", "BTC/USD");
		assertThat(bitcoin.limit()).isEqualByComparingTo("4900");
		assertThat(bitcoin.seen()).isEqualByComparingTo("4500");
		assertThat(bitcoin.headroom()).isEqualByComparingTo("400");
		assertThat(limit(limits(standing()), "max-position", "ETH/USD").headroom()).isEqualByComparingTo("4900");
	}

	@Test
	void countsPositionsAndEntriesInFlight() {
		assertThat(limit(limits(standing()), "duplicate", "BTC/USD").seen()).isEqualByComparingTo("1");
		assertThat(limit(limits(standing()), "duplicate", "ETH/USD").seen()).isEqualByComparingTo("1");
	}

	@Test
	void showsBrokenLinksThatTheSymbolNeeds() {
		assertThat(limit(limits(standing()), "connection", "BTC/USD").headroom()).isEqualByComparingTo("-1");
	}

	@Test
	void showsStateAndBreaker() {
		assertThat(limit(limits(standing()), "trading-state", null).headroom()).isEqualByComparingTo("-1");
		assertThat(limit(limits(standing()), "circuit-breaker", null).headroom()).isEqualByComparingTo("-1");
	}

	@Test
	void showsWhatIsOutAgainstEveryBound() {
		BotLimits limits = limits(standing());
		assertThat(limit(limits, "exposure-symbol", "BTC/USD").limit()).isEqualByComparingTo("6125");
		assertThat(limit(limits, "exposure-symbol", "BTC/USD").seen()).isEqualByComparingTo("4500");
		assertThat(limit(limits, "exposure-symbol", "ETH/USD").seen()).isEqualByComparingTo("2000");
		assertThat(limit(limits, "exposure-bot", "ETH/USD").seen()).isEqualByComparingTo("6500");
		assertThat(limit(limits, "exposure-asset-class", "ETH/USD").limit()).isEqualByComparingTo("19600");
		assertThat(limit(limits, "exposure-global", "ETH/USD").limit()).isEqualByComparingTo("24500");
		assertThat(limit(limits, "leverage", "ETH/USD").limit()).isEqualByComparingTo("245000");
		assertThat(limits.limits()).extracting(Limit::rule).doesNotContain("exposure-sector");
	}

	@Test
	void showsLimitsThatAreAboutAProposalWithoutAValue() {
		for (String rule : List.of("confidence", "stale-price", "late-proposal", "stop-loss", "take-profit")) {
			assertThat(limit(limits(standing()), rule, null).seen()).isNull();
		}
		assertThat(limit(limits(standing()), "stale-price", null).limit()).isEqualByComparingTo("900");
	}

	@Test
	void saysThatNothingIsKnownBeforeThePortfolioIs() {
		BotLimits limits = limits(null);
		assertThat(limits.free()).isNull();
		assertThat(limits.sequence()).isNull();
		assertThat(limit(limits, "portfolio", null).headroom()).isEqualByComparingTo("-1");
		assertThat(limits.limits()).extracting(Limit::rule).doesNotContain("solvency", "max-position", "exposure-symbol");
	}

	@Test
	void showsHowTheVenueLetsItBeTraded() {
		assertThat(limit(limits(standing()), "tradable", "BTC/USD").headroom()).isEqualByComparingTo("0");
		assertThat(limit(limits(standing()), "tradable", "ETH/USD").headroom()).isEqualByComparingTo("-1");
		assertThat(limit(limits(standing()), "min-size", "BTC/USD").limit()).isEqualByComparingTo("0.0012");
		assertThat(limits(standing()).limits()).filteredOn(it -> it.rule().equals("grid") && "BTC/USD".equals(it.symbol())).extracting(Limit::limit)
			.containsExactly(number("0.001"), number("1"));
	}

	private static Terms listed(Terms terms) {
		String symbol = terms.instrument().symbol();
		return terms.at(new Listing(symbol, symbol.equals("BTC/USD"), true, false, number("0.0012"), number("0.001"), number("1")));
	}

	private static BotLimits limits(Standing standing) {
		Guards guards = new Guards(List.of(obstacle("LINK", null, "crypto-feed"), obstacle("LINK", null, "stock-feed"), obstacle("TRIPPED", null, "broker-api"),
				obstacle("STATE", null, "REDUCING"), obstacle("STATE", "other", "HALTED")));
		OpenBooks books = new OpenBooks(SETTINGS, standing == null ? Map.of() : Map.of("pair", standing),
				List.of(new OpenHold(UUID.randomUUID(), "pair", "ETH/USD", number("2000"), MARKET)), List.of(), guards, List.of(), Map.of());
		return BotLimits.of(books, PAIR, SETTINGS.limits(PAIR.risk()), symbol -> SETTINGS.terms(symbol).map(BotLimitsTests::listed));
	}

	private static Guards.Obstacle obstacle(String kind, @Nullable String bot, String what) {
		return new Guards.Obstacle(kind, bot, null, what, MARKET, null, null, null, "");
	}

	private static Standing standing() {
		return new Standing("pair", 3, number("25000"), number("20000"), number("24500"), List.of(position("BTC/USD", "5", "900")), MARKET);
	}

	private static Limit limit(BotLimits limits, String rule, String symbol) {
		return limits.limits().stream().filter(it -> it.rule().equals(rule)).filter(it -> symbol == null || symbol.equals(it.symbol()))
			.findFirst().orElseThrow();
	}

	private static BigDecimal number(String value) {
		return new BigDecimal(value);
	}
}
