package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.APPLE;
import static io.vigie.engine.risk.RiskFixtures.BITCOIN;
import static io.vigie.engine.risk.RiskFixtures.CRYPTO_COSTS;
import static io.vigie.engine.risk.RiskFixtures.account;
import static io.vigie.engine.risk.RiskFixtures.goodIdea;
import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
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
				new Guarded("connection", goodIdea().without("crypto-feed"), goodIdea()),
				new Guarded("confidence", goodIdea().confidence("0.49"), goodIdea().confidence("0.50")),
				new Guarded("stale-price", goodIdea().priceAged(Duration.ofMillis(900_001)),
						goodIdea().priceAged(Duration.ofMinutes(15))),
				new Guarded("late-proposal", goodIdea().waited(Duration.ofMillis(30_001)), goodIdea().waited(Duration.ofSeconds(30))),
				new Guarded("duplicate", goodIdea().inFlight(1), goodIdea()),
				new Guarded("duplicate", goodIdea().holding("0.0001"), goodIdea().holding("0.00009999")),
				new Guarded("min-notional", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).at("5000.01"),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).at("5000")),
				// One share at 900 may take 911.2725 with slippage of 1 % and a fee of 0.25 %.
				new Guarded("solvency", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("911.2724", "0")),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("911.2725", "0"))),
				new Guarded("solvency", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("25000", "24088.7276")),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).with(account("25000", "24088.7275"))),
				new Guarded("max-position", goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).limitedBy(limits("0.0359", "0.02", "0.04")),
						goodIdea().of(new Terms(APPLE, CRYPTO_COSTS)).limitedBy(limits("0.036", "0.02", "0.04"))),
				new Guarded("stop-loss", goodIdea().of(COARSE).at("10").limitedBy(limits("0.2", "0.02", "0.1")),
						goodIdea().of(COARSE).at("10").limitedBy(limits("0.2", "0.1", "0.1"))),
				new Guarded("take-profit", goodIdea().of(COARSE).at("9.5").limitedBy(limits("0.2", "0.2", "0.01")),
						goodIdea().of(COARSE).at("9.5").limitedBy(limits("0.2", "0.2", "0.1"))));
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
	void refusesStopBelowZero() {
		Draft drafted = Draft.of(goodIdea().idea(), new Terms(BITCOIN, CRYPTO_COSTS), account("25000", "0"), RiskFixtures.LIMITS);
		assertThat(rule("stop-loss").on(off(drafted, "5", "0", "936")).passed()).isFalse();
	}

	@Test
	void namesEveryRuleOnceAndInOrder() {
		assertThat(Gate.standard().entryRules()).containsExactly("portfolio", "instrument", "connection", "confidence",
				"stale-price", "late-proposal", "duplicate", "min-notional", "solvency", "max-position", "grid", "stop-loss",
				"take-profit");
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

	private static Limits limits(String maxPosition, String stopLoss, String takeProfit) {
		return new Limits(number("0.20"), number(maxPosition), number(stopLoss), number(takeProfit), number("0.5"),
				Duration.ofMinutes(15), Duration.ofSeconds(30));
	}

	private static Draft off(Draft draft, String quantity, String stopLoss, String takeProfit) {
		return new Draft(draft.idea(), draft.terms(), draft.account(), draft.limits(), new BigDecimal(quantity),
				new BigDecimal(stopLoss), new BigDecimal(takeProfit));
	}

	private static RuleResult grid(Draft draft) {
		return rule("grid").on(draft);
	}

	private static Rule<Draft> rule(String name) {
		return DraftRules.all().stream().filter(it -> it.name().equals(name)).findAny().orElseThrow();
	}
}
