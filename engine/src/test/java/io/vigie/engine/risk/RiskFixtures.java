package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bot with 25,000 that wants bitcoin at 900, and every way in which that can be spoilt. */
record RiskFixtures(@Nullable Terms terms, @Nullable Account account, Limits limits, BigDecimal holding, int inFlight,
		Offer offer, Exposure exposure, Past past, Guard guard) {

	static final Instant NOON = Instant.parse("2013-11-25T12:00:00Z");
	static final Instrument BITCOIN = Instrument.of("BTC/USD", number("0.01"), number("0.0001"), number("1"));
	static final Instrument APPLE = Instrument.of("AAPL", number("0.01"), number("1"), number("1"));
	static final Costs CRYPTO_COSTS = new Costs(number("0.0025"), number("0.01"));
	static final SizingPolicy.FixedFraction FIFTH = new SizingPolicy.FixedFraction(number("0.20"));
	static final ExposureLimits WIDE = new ExposureLimits(number("1"), number("1"), number("1"), number("1"), number("1"), number("10"));
	static final Limits LIMITS = limits(FIFTH, "0.20", "0.02", "0.04", WIDE);
	/** Four bots like this one, three of which hold nothing. */
	static final Exposure NOTHING_OUT = exposure("100000", "0", "0", "0", null, "0", "0");

	static RiskFixtures goodIdea() {
		return new RiskFixtures(new Terms(BITCOIN, CRYPTO_COSTS), account("25000", "0"), LIMITS, BigDecimal.ZERO, 0,
				new Offer(number("0.7"), number("900"), List.of(number("900")), null, NOON, Duration.ofSeconds(20), Duration.ofMillis(15)),
				NOTHING_OUT, new Past(0, TradeRecord.NONE), Guard.NONE);
	}

	static Limits limits(SizingPolicy sizing, String maxPosition, String stopLoss, String takeProfit, ExposureLimits exposure) {
		return new Limits(sizing, number(maxPosition), number(stopLoss), number(takeProfit), number("0.5"), Duration.ofMinutes(15),
				Duration.ofSeconds(30), number("0.02"), 60, exposure);
	}

	static Limits limits(ExposureLimits exposure) {
		return limits(FIFTH, "0.20", "0.02", "0.04", exposure);
	}

	static Account account(String cash, String held) {
		return new Account(number("25000"), number(cash), number(held), number("25000"));
	}

	static Exposure exposure(String equity, String symbol, String bot, String assetClass, @Nullable String sector, String inSector, String all) {
		return new Exposure(number(equity), number(symbol), number(bot), number(assetClass), sector, number(inSector), number(all));
	}

	static Lock lock(Lock.Kind kind, @Nullable String symbol, Instant until) {
		return new Lock(kind, symbol, NOON.minusSeconds(60), until, BigDecimal.ONE, BigDecimal.ONE, "The test says so.", "test");
	}

	static BigDecimal number(String value) {
		return new BigDecimal(value);
	}

	RiskFixtures of(@Nullable Terms other) {
		return new RiskFixtures(other, account, limits, holding, inFlight, offer, exposure, past, guard);
	}

	RiskFixtures with(@Nullable Account other) {
		return new RiskFixtures(terms, other, limits, holding, inFlight, offer, exposure, past, guard);
	}

	RiskFixtures limitedBy(Limits other) {
		return new RiskFixtures(terms, account, other, holding, inFlight, offer, exposure, past, guard);
	}

	RiskFixtures holding(String other) {
		return new RiskFixtures(terms, account, limits, number(other), inFlight, offer, exposure, past, guard);
	}

	RiskFixtures inFlight(int other) {
		return new RiskFixtures(terms, account, limits, holding, other, offer, exposure, past, guard);
	}

	RiskFixtures offering(Offer other) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, other, exposure, past, guard);
	}

	RiskFixtures out(Exposure other) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, offer, other, past, guard);
	}

	RiskFixtures after(int entries, TradeRecord trades) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, offer, exposure, new Past(entries, trades), guard);
	}

	RiskFixtures guarded(Guard other) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, offer, exposure, past, other);
	}

	RiskFixtures confidence(String other) {
		return offering(new Offer(number(other), offer.price(), offer.references(), offer.atr(), offer.at(), offer.priceAge(), offer.waited()));
	}

	/** The evidence knows the same price. */
	RiskFixtures at(String other) {
		return offering(new Offer(offer.confidence(), number(other), List.of(number(other)), offer.atr(), offer.at(), offer.priceAge(), offer.waited()));
	}

	RiskFixtures whereEvidenceKnows(String... prices) {
		return offering(new Offer(offer.confidence(), offer.price(), List.of(prices).stream().map(BigDecimal::new).toList(), offer.atr(), offer.at(),
				offer.priceAge(), offer.waited()));
	}

	RiskFixtures atr(@Nullable String other) {
		return offering(new Offer(offer.confidence(), offer.price(), offer.references(), other == null ? null : number(other), offer.at(),
				offer.priceAge(), offer.waited()));
	}

	RiskFixtures priceAged(Duration other) {
		return offering(new Offer(offer.confidence(), offer.price(), offer.references(), offer.atr(), offer.at(), other, offer.waited()));
	}

	RiskFixtures waited(Duration other) {
		return offering(new Offer(offer.confidence(), offer.price(), offer.references(), offer.atr(), offer.at(), offer.priceAge(), other));
	}

	RiskFixtures without(String... links) {
		return guarded(new Guard(guard.state(), List.of(links), guard.tripped(), guard.locks()));
	}

	RiskFixtures locked(Lock... locks) {
		return guarded(new Guard(guard.state(), guard.brokenLinks(), guard.tripped(), List.of(locks)));
	}

	Idea idea() {
		String symbol = terms == null ? "DOGE/USD" : terms.instrument().symbol();
		return new Idea(symbol, terms, account, holding, inFlight, offer, exposure, past, guard);
	}

	Ruling judged() {
		return Gate.standard().judge(idea(), limits);
	}

	Ruling judgedWithout(String rule) {
		return Gate.standard().without(rule).judge(idea(), limits);
	}
}
