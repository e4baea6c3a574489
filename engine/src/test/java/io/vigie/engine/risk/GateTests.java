package io.vigie.engine.risk;

import static io.vigie.engine.risk.Lock.Kind.COOLDOWN;
import static io.vigie.engine.risk.Lock.Kind.DAILY_LOSS;
import static io.vigie.engine.risk.Lock.Kind.LOSING_SYMBOL;
import static io.vigie.engine.risk.Lock.Kind.MAX_DRAWDOWN;
import static io.vigie.engine.risk.Lock.Kind.STOP_OUT_GUARD;
import static io.vigie.engine.risk.RiskFixtures.APPLE;
import static io.vigie.engine.risk.RiskFixtures.BITCOIN;
import static io.vigie.engine.risk.RiskFixtures.CRYPTO_COSTS;
import static io.vigie.engine.risk.RiskFixtures.account;
import static io.vigie.engine.risk.RiskFixtures.FIFTH;
import static io.vigie.engine.risk.RiskFixtures.NOON;
import static io.vigie.engine.risk.RiskFixtures.goodIdea;
import static io.vigie.engine.risk.RiskFixtures.limits;
import static io.vigie.engine.risk.RiskFixtures.lock;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Listing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fires alone, lets pass at its edge, and is what guards: with the rule gone, the same idea goes through. */
class GateTests {

	private static final Terms COARSE = new Terms(Instrument.of("PENNY", number("1"), number("1"), number("1")), CRYPTO_COSTS);

	record Guarded(String rule, RiskFixtures refused, RiskFixtures justAllowed) {
	}

	static Stream<Guarded> guarded() {
		return Stream.of(
				new Guarded("tradable", goodIdea().of(listed(false, null)), goodIdea().of(listed(true, null))),
				new Guarded("tradable", goodIdea().of(listed(false, null)), goodIdea().of(listed(null, null))),
				// A fifth of 25,000 buys 5.5555 at 900.
				new Guarded("min-size", goodIdea().of(listed(true, "5.5556")), goodIdea().of(listed(true, "5.5555"))),
				new Guarded("connection", goodIdea().without("crypto-feed"), goodIdea()),
				new Guarded("confidence", goodIdea().confidence("0.49"), goodIdea().confidence("0.50")),
				new Guarded("stale-price", goodIdea().priceAged(Duration.ofMillis(900_001)),
						goodIdea().priceAged(Duration.ofMinutes(15))),
				new Guarded("late-proposal", goodIdea().waited(Duration.ofMillis(30_001)), goodIdea().waited(Duration.ofSeconds(30))),
				new Guarded("duplicate", goodIdea().inFlight(1), goodIdea()),
				new Guarded("duplicate", goodIdea().holding("0.0001"), goodIdea().holding("0.00009999")),
				new Guarded("min-notional", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).at("5000.01"),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).at("5000")),
				new Guarded("trading-state", goodIdea().guarded(new Guard(TradingState.REDUCING, List.of(), List.of(), List.of())), goodIdea()),
				new Guarded("trading-state", goodIdea().guarded(new Guard(TradingState.HALTED, List.of(), List.of(), List.of())), goodIdea()),
				new Guarded("circuit-breaker", goodIdea().guarded(new Guard(TradingState.ACTIVE, List.of(), List.of("broker-api"), List.of())),
						goodIdea()),
				new Guarded("price-collar", goodIdea().whereEvidenceKnows("900", "882.352"), goodIdea().whereEvidenceKnows("900", "882.353")),
				new Guarded("price-collar", goodIdea().whereEvidenceKnows("918.368"), goodIdea().whereEvidenceKnows("918.367", "0")),
				new Guarded("order-rate", goodIdea().after(60, TradeRecord.NONE), goodIdea().after(59, TradeRecord.NONE)),
				new Guarded("cooldown", goodIdea().locked(lock(COOLDOWN, "BTC/USD", NOON.plusMillis(1))),
						goodIdea().locked(lock(COOLDOWN, "BTC/USD", NOON), lock(COOLDOWN, "ETH/USD", NOON.plusSeconds(9)))),
				new Guarded("stop-out-guard", goodIdea().locked(lock(STOP_OUT_GUARD, null, NOON.plusMillis(1))),
						goodIdea().locked(lock(STOP_OUT_GUARD, null, NOON))),
				new Guarded("max-drawdown", goodIdea().locked(lock(MAX_DRAWDOWN, null, NOON.plusMillis(1))),
						goodIdea().locked(lock(MAX_DRAWDOWN, null, NOON))),
				new Guarded("daily-loss", goodIdea().locked(lock(DAILY_LOSS, null, NOON.plusMillis(1))),
						goodIdea().locked(lock(DAILY_LOSS, null, NOON))),
				new Guarded("losing-symbol", goodIdea().locked(lock(LOSING_SYMBOL, "BTC/USD", NOON.plusMillis(1))),
						goodIdea().locked(lock(LOSING_SYMBOL, "BTC/USD", NOON))),
				// One share can't be sized down; at 900 it may take 911.2725 with slippage and fee.
				new Guarded("exposure-symbol", share().limitedBy(limits(exposure("0.1", "1", "1", "1", "1", "10"))).out(out("9088.7276", "0", "0", "0", "9088.7276")),
						share().limitedBy(limits(exposure("0.1", "1", "1", "1", "1", "10"))).out(out("9088.7275", "0", "0", "0", "9088.7275"))),
				new Guarded("exposure-bot", share().limitedBy(limits(exposure("1", "0.4", "1", "1", "1", "10"))).out(out("0", "9088.7276", "0", "0", "9088.7276")),
						share().limitedBy(limits(exposure("1", "0.4", "1", "1", "1", "10"))).out(out("0", "9088.7275", "0", "0", "9088.7275"))),
				new Guarded("exposure-asset-class", share().limitedBy(limits(exposure("1", "1", "0.1", "1", "1", "10"))).out(out("0", "0", "9088.7276", "0", "9088.7276")),
						share().limitedBy(limits(exposure("1", "1", "0.1", "1", "1", "10"))).out(out("0", "0", "9088.7275", "0", "9088.7275"))),
				new Guarded("exposure-sector", share().limitedBy(limits(exposure("1", "1", "1", "0.1", "1", "10"))).out(out("0", "0", "0", "9088.7276", "9088.7276")),
						share().limitedBy(limits(exposure("1", "1", "1", "0.1", "1", "10"))).out(out("0", "0", "0", "9088.7275", "9088.7275"))),
				new Guarded("exposure-global", share().limitedBy(limits(exposure("1", "1", "1", "1", "0.9", "10"))).out(out("0", "0", "0", "0", "89088.7276")),
						share().limitedBy(limits(exposure("1", "1", "1", "1", "0.9", "10"))).out(out("0", "0", "0", "0", "89088.7275"))),
				new Guarded("leverage", share().limitedBy(limits(exposure("1", "1", "1", "1", "20", "10"))).out(out("0", "0", "0", "0", "999088.7276")),
						share().limitedBy(limits(exposure("1", "1", "1", "1", "20", "10"))).out(out("0", "0", "0", "0", "999088.7275"))),
				// One share at 900 may take 911.2725 with slippage of 1 % and a fee of 0.25 %.
				new Guarded("solvency", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("911.2724", "0")),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("911.2725", "0"))),
				new Guarded("solvency", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("25000", "24088.7276")),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("25000", "24088.7275"))),
				new Guarded("max-position", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).limitedBy(narrow("0.0359", "0.02", "0.04")),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).limitedBy(narrow("0.036", "0.02", "0.04"))),
				new Guarded("stop-loss", goodIdea().of(COARSE).at("10").limitedBy(narrow("0.2", "0.02", "0.1")),
						goodIdea().of(COARSE).at("10").limitedBy(narrow("0.2", "0.1", "0.1"))),
				new Guarded("take-profit", goodIdea().of(COARSE).at("9.5").limitedBy(narrow("0.2", "0.2", "0.01")),
						goodIdea().of(COARSE).at("9.5").limitedBy(narrow("0.2", "0.2", "0.1"))));
	}

	@ParameterizedTest
	@MethodSource("guarded")
	void refusesByThisRuleAlone(Guarded example) {
		assertThat(example.refused.judged()).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
			assertThat(refused.by()).containsExactly(example.rule);
			assertThat(refused.reason()).startsWith(example.rule + ": ");
		});
	}

	@ParameterizedTest
	@MethodSource("guarded")
	void letsPassAtTheEdge(Guarded example) {
		assertThat(example.justAllowed.judged()).isInstanceOf(Ruling.Approved.class);
	}

	@ParameterizedTest
	@MethodSource("guarded")
	void letsTheSameThroughWithoutTheRule(Guarded example) {
		assertThat(example.refused.judgedWithout(example.rule)).isInstanceOf(Ruling.Approved.class);
	}

	/** A rule that is added tomorrow is shown to guard tomorrow; these four are shown below. */
	@Test
	void leavesNoRuleUnproven() {
		Set<String> proven = guarded().map(Guarded::rule).collect(Collectors.toCollection(TreeSet::new));
		proven.addAll(List.of("portfolio", "instrument", "grid", "sizing"));
		assertThat(Gate.standard().entryRules()).containsExactlyInAnyOrderElementsOf(proven);
	}

	@Test
	void refusesWithoutPortfolio() {
		assertThat(goodIdea().with(null).judged()).isInstanceOfSatisfying(Ruling.Refused.class,
				refused -> assertThat(refused.by()).containsExactly("portfolio"));
	}

	@Test
	void refusesUnknownInstrument() {
		assertThat(goodIdea().of(null).judged()).isInstanceOfSatisfying(Ruling.Refused.class,
				refused -> assertThat(refused.by()).containsExactly("instrument"));
	}

	@Test
	void refusesPriceThatIsNone() {
		assertThat(goodIdea().at("0").judged()).isInstanceOfSatisfying(Ruling.Refused.class,
				refused -> assertThat(refused.by()).containsExactly("instrument"));
	}

	@Test
	void refusesQuantityOffTheGrid() {
		Draft drafted = Draft.of(goodIdea().idea(), new Terms(BITCOIN, CRYPTO_COSTS), account("25000", "0"), RiskFixtures.LIMITS);
		assertThat(grid(drafted).passed()).isTrue();
		assertThat(grid(off(drafted, "5.00001", "882", "936")).passed()).isFalse();
		assertThat(grid(off(drafted, "5", "882.001", "936")).passed()).isFalse();
		assertThat(grid(off(drafted, "5", "882", "936.001")).passed()).isFalse();
	}

	@Test
	void refusesMoreThanThePolicyMeans() {
		Draft drafted = Draft.of(goodIdea().idea(), new Terms(BITCOIN, CRYPTO_COSTS), account("25000", "0"), RiskFixtures.LIMITS);
		assertThat(rule("sizing").on(drafted).passed()).isTrue();
		assertThat(rule("sizing").on(off(drafted, "5.5556", "882", "936")).passed()).isFalse();
	}

	@Test
	void saysHowLongALockStillHolds() {
		Ruling ruling = goodIdea().locked(lock(DAILY_LOSS, null, NOON.plusSeconds(30)), lock(DAILY_LOSS, null, NOON.plusSeconds(90))).judged();
		assertThat(ruling.rules()).filteredOn(it -> it.rule().equals("daily-loss")).singleElement().satisfies(it -> {
			assertThat(it.seen()).isEqualByComparingTo("90");
			assertThat(it.headroom()).isEqualByComparingTo("-90");
			assertThat(it.reason()).isEqualTo("Locked until 2013-11-25T12:01:30Z. The test says so.");
		});
	}

	@Test
	void asksNothingOfCollarAndRateThatAreSwitchedOff() {
		Limits it = RiskFixtures.LIMITS;
		Limits off = new Limits(it.sizing(), it.maxPosition(), it.stopLoss(), it.takeProfit(), it.minConfidence(), it.stalePrice(),
				it.lateProposal(), BigDecimal.ZERO, 0, it.exposure());
		assertThat(goodIdea().whereEvidenceKnows("1").after(1000, TradeRecord.NONE).limitedBy(off).judged()).isInstanceOfSatisfying(
				Ruling.Approved.class, approved -> assertThat(approved.rules()).filteredOn(rule -> rule.reason().equals("Switched off."))
					.extracting(RuleResult::rule).containsExactly("price-collar", "order-rate"));
	}

	@Test
	void refusesStopBelowZero() {
		Draft drafted = Draft.of(goodIdea().idea(), new Terms(BITCOIN, CRYPTO_COSTS), account("25000", "0"), RiskFixtures.LIMITS);
		assertThat(rule("stop-loss").on(off(drafted, "5", "0", "936")).passed()).isFalse();
	}

	@Test
	void namesEveryRuleOnceAndInOrder() {
		assertThat(Gate.standard().entryRules()).containsExactly("portfolio", "instrument", "tradable", "trading-state",
				"circuit-breaker", "connection", "confidence",
				"stale-price", "late-proposal", "price-collar", "duplicate", "order-rate", "cooldown", "stop-out-guard", "max-drawdown",
				"daily-loss", "losing-symbol", "sizing", "min-size", "min-notional", "solvency", "max-position", "exposure-symbol", "exposure-bot",
				"exposure-asset-class", "exposure-sector", "exposure-global", "leverage", "grid", "stop-loss", "take-profit");
	}

	/** The rest refuse by themselves (tested below and above): without portfolio or terms nothing is drafted, and no draft is off. */
	@Test
	void provesOfEveryRuleThatItGuards() {
		Set<String> proven = guarded().map(Guarded::rule).collect(Collectors.toSet());
		proven.addAll(List.of("portfolio", "instrument", "sizing", "grid"));
		assertThat(proven).containsExactlyInAnyOrderElementsOf(Gate.standard().entryRules());
	}

	@Test
	void listsEveryRuleWithLimitValueAndHeadroom() {
		Ruling ruling = goodIdea().without("crypto-feed").confidence("0.1").judged();
		assertThat(ruling.rules()).extracting(RuleResult::rule).isEqualTo(Gate.standard().entryRules());
		assertThat(ruling.rules()).filteredOn(it -> it.rule().equals("solvency")).singleElement().satisfies(it -> {
			assertThat(it.limit()).isEqualByComparingTo("25000");
			assertThat(it.seen()).isBetween(number("5062"), number("5063"));
			assertThat(it.headroom()).isEqualByComparingTo(it.limit().subtract(it.seen()));
			assertThat(it.passed()).isTrue();
		});
		assertThat(ruling.rules()).allSatisfy(it -> {
			assertThat(it.reason()).isNotBlank().endsWith(".");
			assertThat(it.headroom().signum() >= 0).isEqualTo(it.passed());
		});
		assertThat(((Ruling.Refused) ruling).by()).containsExactly("connection", "confidence");
	}

	@Test
	void saysThatTheVenueHasSaidNothing() {
		assertThat(goodIdea().judged().rules()).filteredOn(it -> List.of("tradable", "min-size").contains(it.rule())).extracting(RuleResult::reason)
			.containsExactly("The venue has not said whether BTC/USD can be traded; our settings say how it is.", "The venue names no least quantity.");
	}

	private static Terms listed(@Nullable Boolean tradable, @Nullable String leastQuantity) {
		return new Terms(BITCOIN, CRYPTO_COSTS).at(new Listing("BTC/USD", tradable, null, null, leastQuantity == null ? null : number(leastQuantity), null, null));
	}

	private static Limits narrow(String maxPosition, String stopLoss, String takeProfit) {
		return RiskFixtures.limits(FIFTH, maxPosition, stopLoss, takeProfit, RiskFixtures.WIDE);
	}

	private static RiskFixtures share() {
		return goodIdea().of(new Terms(APPLE, CRYPTO_COSTS));
	}

	private static ExposureLimits exposure(String symbol, String bot, String assetClass, String sector, String global, String leverage) {
		return new ExposureLimits(number(symbol), number(bot), number(assetClass), number(sector), number(global), number(leverage));
	}

	private static Exposure out(String symbol, String bot, String assetClass, String sector, String all) {
		return RiskFixtures.exposure("100000", symbol, bot, assetClass, "technology", sector, all);
	}

	private static Draft off(Draft draft, String quantity, String stopLoss, String takeProfit) {
		return new Draft(draft.idea(), draft.terms(), draft.account(), draft.limits(), draft.size(), new BigDecimal(quantity),
				new BigDecimal(stopLoss), new BigDecimal(takeProfit));
	}

	private static RuleResult grid(Draft draft) {
		return rule("grid").on(draft);
	}

	private static Rule<Draft> rule(String name) {
		return DraftRules.all().stream().filter(it -> it.name().equals(name)).findAny().orElseThrow();
	}
}
