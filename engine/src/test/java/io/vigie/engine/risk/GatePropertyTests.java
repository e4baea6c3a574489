package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.CRYPTO_COSTS;
import static io.vigie.engine.risk.RiskFixtures.LIMITS;
import static io.vigie.engine.risk.RiskFixtures.goodIdea;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class GatePropertyTests {

	/** One thing that happens to a bot: an idea at a price, or the end of its oldest entry, filled at a price or not at all. */
	record Step(boolean proposes, BigDecimal price, boolean filled, BigDecimal worseBy) {
	}

	@Property
	void approvedCostNeverExceedsFreeCash(@ForAll("amounts") BigDecimal cash, @ForAll("amounts") BigDecimal held,
			@ForAll("prices") BigDecimal price, @ForAll("instruments") Instrument instrument) {
		Account account = new Account(new BigDecimal("25000"), cash, held, cash.max(BigDecimal.ONE));
		Ruling ruling = judge(instrument, account, price);
		if (ruling instanceof Ruling.Approved approved) {
			assertThat(approved.hold()).isLessThanOrEqualTo(cash.subtract(held));
			assertThat(approved.quantity()).isPositive();
			assertThat(instrument.isOnLot(approved.quantity())).isTrue();
			assertThat(approved.quantity().multiply(price)).isLessThanOrEqualTo(LIMITS.maxPosition().multiply(account.base()))
				.isGreaterThanOrEqualTo(instrument.minNotional());
			assertThat(approved.stopLoss()).isPositive().isLessThan(price);
			assertThat(approved.takeProfit()).isGreaterThan(price);
		}
	}

	/** Whatever comes in whatever order, and however badly it fills within the allowance: the holds are always covered. */
	@Property
	void holdsNeverExceedCash(@ForAll @Size(max = 60) List<@From("steps") Step> steps,
			@ForAll("instruments") Instrument instrument) {
		BigDecimal cash = new BigDecimal("25000");
		List<Ruling.Approved> open = new ArrayList<>();
		List<BigDecimal> prices = new ArrayList<>();
		for (Step step : steps) {
			if (step.proposes) {
				Account account = new Account(new BigDecimal("25000"), cash, held(open), new BigDecimal("25000"));
				if (judge(instrument, account, step.price) instanceof Ruling.Approved approved) {
					open.add(approved);
					prices.add(step.price);
				}
			}
			else if (!open.isEmpty()) {
				Ruling.Approved ended = open.removeFirst();
				BigDecimal price = prices.removeFirst();
				cash = step.filled ? cash.subtract(paid(ended, price, step.worseBy)) : cash;
			}
			assertThat(held(open)).isLessThanOrEqualTo(cash);
			assertThat(cash).isNotNegative();
		}
	}

	/** The same ideas in any order of arrival: no order lets more through than the cash is good for. */
	@Property
	void noOrderOfArrivalPassesTheGate(@ForAll @Size(min = 2, max = 20) List<@From("prices") BigDecimal> prices,
			@ForAll Random random) {
		List<BigDecimal> shuffled = new ArrayList<>(prices);
		Collections.shuffle(shuffled, random);
		BigDecimal cash = new BigDecimal("12000");
		List<Ruling.Approved> open = new ArrayList<>();
		for (BigDecimal price : shuffled) {
			Account account = new Account(new BigDecimal("25000"), cash, held(open), new BigDecimal("25000"));
			if (judge(RiskFixtures.BITCOIN, account, price) instanceof Ruling.Approved approved) {
				open.add(approved);
			}
		}
		assertThat(held(open)).isLessThanOrEqualTo(cash);
	}

	/** Several bots, several symbols, in whatever order: what is out never exceeds any of the bounds. */
	@Property
	void noOrderOfArrivalPassesTheExposureLimits(@ForAll @Size(max = 40) List<@From("claims") Claim> claims) {
		BigDecimal equity = new BigDecimal("100000");
		ExposureLimits bounds = new ExposureLimits(new BigDecimal("0.12"), new BigDecimal("0.50"), new BigDecimal("0.30"), new BigDecimal("0.20"),
				new BigDecimal("0.40"), BigDecimal.TEN);
		Limits limits = RiskFixtures.limits(bounds);
		List<Claim> out = new ArrayList<>();
		List<BigDecimal> costs = new ArrayList<>();
		for (Claim claim : claims) {
			boolean crypto = claim.instrument.assetClass() == AssetClass.CRYPTO;
			Exposure exposure = new Exposure(equity, sum(out, costs, it -> it.instrument.equals(claim.instrument)),
					sum(out, costs, it -> it.bot == claim.bot), sum(out, costs, it -> it.instrument.assetClass() == claim.instrument.assetClass()),
					crypto ? null : "technology", crypto ? BigDecimal.ZERO : sum(out, costs, it -> it.instrument.assetClass() == AssetClass.STOCK),
					sum(out, costs, _ -> true));
			Ruling ruling = goodIdea().of(new Terms(claim.instrument, CRYPTO_COSTS)).at(claim.price.toPlainString()).limitedBy(limits).out(exposure).judged();
			if (ruling instanceof Ruling.Approved approved) {
				out.add(claim);
				costs.add(approved.hold());
			}
		}
		for (Claim claim : out) {
			assertThat(sum(out, costs, it -> it.instrument.equals(claim.instrument))).isLessThanOrEqualTo(new BigDecimal("12000"));
			assertThat(sum(out, costs, it -> it.bot == claim.bot)).isLessThanOrEqualTo(new BigDecimal("12500"));
		}
		assertThat(sum(out, costs, it -> it.instrument.assetClass() == AssetClass.CRYPTO)).isLessThanOrEqualTo(new BigDecimal("30000"));
		assertThat(sum(out, costs, it -> it.instrument.assetClass() == AssetClass.STOCK)).isLessThanOrEqualTo(new BigDecimal("20000"));
		assertThat(sum(out, costs, _ -> true)).isLessThanOrEqualTo(new BigDecimal("40000"));
	}

	record Claim(int bot, Instrument instrument, BigDecimal price) {
	}

	@Provide
	Arbitrary<Claim> claims() {
		return Combinators.combine(Arbitraries.integers().between(1, 4), instruments(),
				Arbitraries.bigDecimals().between(BigDecimal.ONE, new BigDecimal("3000")).ofScale(2)).as(Claim::new);
	}

	private static BigDecimal sum(List<Claim> out, List<BigDecimal> costs, Predicate<Claim> which) {
		return IntStream.range(0, out.size()).filter(i -> which.test(out.get(i))).mapToObj(costs::get).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** The tests above are worth something: with the solvency rule gone, the least order of the venue slips through. */
	@Property(tries = 50)
	void overdrawsWithoutTheSolvencyRule(@ForAll("prices") BigDecimal price) {
		Account broke = new Account(new BigDecimal("25000"), new BigDecimal("0.50"), BigDecimal.ZERO, new BigDecimal("25000"));
		Idea idea = goodIdea().of(new Terms(RiskFixtures.BITCOIN, CRYPTO_COSTS)).with(broke).at(price.toPlainString()).idea();
		assertThat(Gate.standard().judge(idea, LIMITS)).isInstanceOf(Ruling.Refused.class);
		assertThat(Gate.standard().without("solvency").judge(idea, LIMITS)).isInstanceOfSatisfying(Ruling.Approved.class,
				approved -> assertThat(approved.hold()).isGreaterThan(broke.free()));
	}

	@Provide
	Arbitrary<BigDecimal> amounts() {
		return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("30000")).ofScale(4);
	}

	@Provide
	Arbitrary<BigDecimal> prices() {
		return Arbitraries.bigDecimals().between(new BigDecimal("1"), new BigDecimal("90000")).ofScale(2);
	}

	@Provide
	Arbitrary<Instrument> instruments() {
		return Arbitraries.of(RiskFixtures.BITCOIN, RiskFixtures.APPLE,
				Instrument.of("ETH/USD", new BigDecimal("0.01"), new BigDecimal("0.001"), new BigDecimal("10")));
	}

	@Provide
	Arbitrary<Step> steps() {
		Arbitrary<BigDecimal> worseBy = Arbitraries.bigDecimals().between(BigDecimal.ZERO, CRYPTO_COSTS.slippage()).ofScale(4);
		return Combinators.combine(Arbitraries.of(true, false), prices(), Arbitraries.of(true, false), worseBy).as(Step::new);
	}

	private static Ruling judge(Instrument instrument, Account account, BigDecimal price) {
		RiskFixtures fixture = goodIdea().of(new Terms(instrument, CRYPTO_COSTS)).with(account).at(price.toPlainString());
		return fixture.judged();
	}

	private static BigDecimal held(List<Ruling.Approved> open) {
		return open.stream().map(Ruling.Approved::hold).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal paid(Ruling.Approved entry, BigDecimal price, BigDecimal worseBy) {
		BigDecimal notional = entry.quantity().multiply(price).multiply(BigDecimal.ONE.add(worseBy));
		return notional.multiply(BigDecimal.ONE.add(CRYPTO_COSTS.feeRate()));
	}
}
