package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bot with 25,000 that wants bitcoin at 900, and every way in which that can be spoilt. */
record RiskFixtures(@Nullable Terms terms, @Nullable Account account, Limits limits, BigDecimal holding, int inFlight,
		BigDecimal confidence, BigDecimal price, Duration priceAge, Duration waited, List<String> brokenLinks) {

	static final Instrument BITCOIN = Instrument.of("BTC/USD", number("0.01"), number("0.0001"), number("1"));
	static final Instrument APPLE = Instrument.of("AAPL", number("0.01"), number("1"), number("1"));
	static final Costs CRYPTO_COSTS = new Costs(number("0.0025"), number("0.01"));
	static final Limits LIMITS = new Limits(number("0.20"), number("0.20"), number("0.02"), number("0.04"), number("0.5"),
			Duration.ofMinutes(15), Duration.ofSeconds(30));

	static RiskFixtures goodIdea() {
		return new RiskFixtures(new Terms(BITCOIN, CRYPTO_COSTS), account("25000", "0"), LIMITS, BigDecimal.ZERO, 0,
				number("0.7"), number("900"), Duration.ofSeconds(20), Duration.ofMillis(15), List.of());
	}

	static Account account(String cash, String held) {
		return new Account(number("25000"), number(cash), number(held), number("25000"));
	}

	static BigDecimal number(String value) {
		return new BigDecimal(value);
	}

	RiskFixtures of(@Nullable Terms other) {
		return new RiskFixtures(other, account, limits, holding, inFlight, confidence, price, priceAge, waited, brokenLinks);
	}

	RiskFixtures with(@Nullable Account other) {
		return new RiskFixtures(terms, other, limits, holding, inFlight, confidence, price, priceAge, waited, brokenLinks);
	}

	RiskFixtures limitedBy(Limits other) {
		return new RiskFixtures(terms, account, other, holding, inFlight, confidence, price, priceAge, waited, brokenLinks);
	}

	RiskFixtures holding(String other) {
		return new RiskFixtures(terms, account, limits, number(other), inFlight, confidence, price, priceAge, waited, brokenLinks);
	}

	RiskFixtures inFlight(int other) {
		return new RiskFixtures(terms, account, limits, holding, other, confidence, price, priceAge, waited, brokenLinks);
	}

	RiskFixtures confidence(String other) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, number(other), price, priceAge, waited, brokenLinks);
	}

	RiskFixtures at(String other) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, confidence, number(other), priceAge, waited, brokenLinks);
	}

	RiskFixtures priceAged(Duration other) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, confidence, price, other, waited, brokenLinks);
	}

	RiskFixtures waited(Duration other) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, confidence, price, priceAge, other, brokenLinks);
	}

	RiskFixtures without(String... links) {
		return new RiskFixtures(terms, account, limits, holding, inFlight, confidence, price, priceAge, waited, List.of(links));
	}

	Idea idea() {
		String symbol = terms == null ? "DOGE/USD" : terms.instrument().symbol();
		return new Idea(symbol, terms, account, holding, inFlight, confidence, price, priceAge, waited, brokenLinks);
	}

	Ruling judged() {
		return Gate.standard().judge(idea(), limits);
	}

	Ruling judgedWithout(String rule) {
		return Gate.standard().without(rule).judge(idea(), limits);
	}
}
