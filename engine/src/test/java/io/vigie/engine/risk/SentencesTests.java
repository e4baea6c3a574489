package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.APPLE;
import static io.vigie.engine.risk.RiskFixtures.CRYPTO_COSTS;
import static io.vigie.engine.risk.RiskFixtures.NOON;
import static io.vigie.engine.risk.RiskFixtures.account;
import static io.vigie.engine.risk.RiskFixtures.goodIdea;
import static io.vigie.engine.risk.RiskFixtures.lock;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** What a trader reads is as true as the numbers beside it. */
class SentencesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"portfolio|The bot's portfolio is known.", "instrument|The bot may trade BTC/USD.",
			"trading-state|Trading is active.", "circuit-breaker|No link failed too often in a row.", "connection|Every link this needs is up.",
			"confidence|Confidence is 0.7, at least 0.5 is asked.", "stale-price|The price is 20 s of market time old, 15 min 0 s at most.",
			"late-proposal|The proposal waited 0.015 s, 30 s at most.", "price-collar|The price is 0 % from what the proposal rests on, 2 % at most.",
			"duplicate|Neither held nor on order.", "order-rate|It would be entry number 1 around this minute, at most 60.", "cooldown|Not locked.",
			"sizing|Fixed fraction: 20 % of 25000.00.", "min-notional|The order is worth 4999.95, the venue takes 1.00 or more.",
			"solvency|Costs up to 5062.57 with fee and slippage, 25000.00 are free.",
			"max-position|The position would be worth 4999.95, at most 5000.00 (20 %).",
			"exposure-symbol|Then 5062.57 would be in BTC/USD (100 % of all), at most 100000.00.",
			"exposure-bot|Then 5062.57 would be out for the bot (100 % of its base), at most 25000.00.",
			"exposure-asset-class|Then 5062.57 would be in the same asset class (100 % of all), at most 100000.00.",
			"exposure-sector|Then 5062.57 would be in a sector that is not known, at most 100000.00.",
			"exposure-global|Then 5062.57 would be out in all (100 % of all), at most 100000.00.",
			"leverage|Then 5062.57 would be out in all (10 times the equity), at most 1000000.00.",
			"grid|Quantity and prices are on the venue's grid."})
	void saysWhyItLetsPass(String rule, String sentence) {
		assertThat(reason(goodIdea(), rule)).isEqualTo(sentence);
	}

	@Test
	void saysWhyItRefuses() {
		assertThat(reason(goodIdea().with(null), "portfolio")).isEqualTo("No portfolio of this bot is known yet, so its cash is not.");
		assertThat(reason(goodIdea().at("0"), "instrument")).isEqualTo("The bot may not trade BTC/USD at 0.");
		assertThat(reason(goodIdea().without("crypto-feed", "broker-api"), "connection")).isEqualTo("Down or silent: crypto-feed, broker-api.");
		assertThat(reason(goodIdea().guarded(new Guard(TradingState.ACTIVE, List.of(), List.of("broker-api"), List.of())), "circuit-breaker"))
			.isEqualTo("Failed too often in a row and not proven good again: broker-api.");
		assertThat(reason(goodIdea().holding("5.50"), "duplicate")).isEqualTo("Already holds 5.5 of BTC/USD.");
		assertThat(reason(goodIdea().inFlight(2), "duplicate")).isEqualTo("Already 2 on order of BTC/USD.");
		assertThat(reason(goodIdea().guarded(new Guard(TradingState.REDUCING, List.of(), List.of(), List.of())), "trading-state"))
			.isEqualTo("Trading is reducing: only exits go through.");
	}

	@Test
	void doesNotSpeakOfALockThatHasEnded() {
		assertThat(reason(goodIdea().locked(lock(Lock.Kind.COOLDOWN, "BTC/USD", NOON), lock(Lock.Kind.COOLDOWN, null, NOON.minusSeconds(9))), "cooldown"))
			.isEqualTo("Not locked.");
	}

	@Test
	void saysWhatIsOffTheGrid() {
		Draft drafted = Draft.of(goodIdea().idea(), new Terms(APPLE, CRYPTO_COSTS), account("25000", "0"), RiskFixtures.LIMITS);
		Draft off = new Draft(drafted.idea(), drafted.terms(), drafted.account(), drafted.limits(), drafted.size(), number("0.5"), drafted.stopLoss(),
				drafted.takeProfit());
		assertThat(DraftRules.all().stream().filter(it -> it.name().equals("grid")).findAny().orElseThrow().on(off).reason())
			.isEqualTo("Quantity 0.5, stop 882 or target 936 is off the venue's grid.");
	}

	@Test
	void takesVenuesThatChargeNothing() {
		assertThat(new Costs(BigDecimal.ZERO, BigDecimal.ZERO).ofBuying(number("2"), number("900"))).isEqualByComparingTo("1800");
	}

	@Test
	void sellsTheLastBitThatIsNotBeingSold() {
		assertThat(Gate.standard().judge(new Exit("BTC/USD", number("5"), number("6"), TradingState.ACTIVE)).rules().getFirst().reason())
			.isEqualTo("All 5 BTC/USD are being sold already.");
		assertThat(Gate.standard().judge(new Exit("BTC/USD", BigDecimal.ZERO, BigDecimal.ONE, TradingState.ACTIVE)).rules().getFirst().reason())
			.isEqualTo("Holds no BTC/USD that could be sold.");
	}

	private static String reason(RiskFixtures idea, String rule) {
		return idea.judged().rules().stream().filter(it -> it.rule().equals(rule)).findAny().orElseThrow().reason();
	}
}
