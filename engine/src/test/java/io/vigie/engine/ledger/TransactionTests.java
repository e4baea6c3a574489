package io.vigie.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionTests {

	private static final Account CASH = new Account("trend", AccountKind.CASH, "USD");
	private static final Account CAPITAL = new Account("trend", AccountKind.CAPITAL, "USD");
	private static final Account UNITS = new Account("trend", AccountKind.POSITION, "BTC");

	@Test
	void refusesWhatDoesNotSumToZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> of(new Posting(CASH, amount("1")), new Posting(CAPITAL, amount("-0.99"))))
			.withMessageContaining("leave 0.01");
	}

	@Test
	void refusesToBalanceOneAssetWithAnother() {
		assertThatIllegalArgumentException().isThrownBy(() -> of(new Posting(CASH, amount("1")), new Posting(UNITS, amount("-1"))));
	}

	@Test
	void refusesASinglePosting() {
		assertThatIllegalArgumentException().isThrownBy(() -> of(new Posting(CASH, BigDecimal.ZERO)));
	}

	@Test
	void refusesMoreDecimalsThanTheBooksKeep() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Posting(CASH, amount("0.1234567890123456789")));
		assertThat(new Posting(CASH, amount("0.1234567890123456780")).amount()).isPositive();
	}

	@Test
	void booksAFillOverFourAccounts() {
		Transaction fill = Bookings.fill("f", "trend",
				new Bookings.Traded("BTC/USD", "BTC", "USD", Side.SELL, amount("2"), amount("100.5")), "", Instant.EPOCH);

		assertThat(fill.postings()).contains(new Posting(UNITS, amount("-2")), new Posting(CASH, amount("201.0")));
	}

	@Test
	void movesCapitalBetweenBots() {
		Books books = new Books();
		books.book(Bookings.opening("a", "reserve", "USD", amount("100"), "", Instant.EPOCH));
		books.book(Bookings.transfer("b", "reserve", "trend", "USD", amount("40"), "", Instant.EPOCH));

		assertThat(books.portfolio("trend").cash()).isEqualByComparingTo("40");
		assertThat(books.portfolio("trend").capital()).isEqualByComparingTo("40");
		assertThat(books.portfolio("reserve").cash()).isEqualByComparingTo("60");
		assertThat(books.portfolio("reserve").capital()).isEqualByComparingTo("60");
	}

	@Test
	void takesOverAHoldingAtItsCost() {
		Books books = new Books();
		books.book(Bookings.openingPosition("a", "reserve",
				new Bookings.Holding("BTC/USD", "BTC", "USD", amount("2"), amount("150")), "", Instant.EPOCH));

		Portfolio reserve = books.portfolio("reserve");
		assertThat(reserve.position("BTC/USD").averagePrice()).isEqualByComparingTo("75");
		assertThat(reserve.cash()).isZero();
		assertThat(reserve.capital()).isEqualByComparingTo("150");
	}

	@Test
	void takesAFeeInUnitsAtCost() {
		Books books = new Books();
		books.book(Bookings.fill("f", "trend",
				new Bookings.Traded("BTC/USD", "BTC", "USD", Side.BUY, amount("1"), amount("200")), "", Instant.EPOCH));
		books.book(Bookings.feeInUnits("g", "trend", "BTC/USD", "BTC", amount("0.1"), "", Instant.EPOCH));

		Portfolio trend = books.portfolio("trend");
		assertThat(trend.position("BTC/USD").quantity()).isEqualByComparingTo("0.9");
		assertThat(trend.position("BTC/USD").averagePrice()).isEqualByComparingTo("200");
		assertThat(trend.fees()).isEqualByComparingTo("20");
	}

	@Test
	void tellsIncomeFromAdjustment() {
		Books books = new Books();
		books.book(Bookings.income("d", "trend", "AAPL", "USD", amount("3"), "dividend", Instant.EPOCH));
		books.book(Bookings.adjustment("e", "trend", "USD", amount("-1"), "drift", Instant.EPOCH));
		books.book(Bookings.split("s", "trend", "AAPL", "AAPL", amount("4"), "4:1", Instant.EPOCH));

		assertThat(books.portfolio("trend").income()).isEqualByComparingTo("3");
		assertThat(books.portfolio("trend").cash()).isEqualByComparingTo("2");
		assertThat(books.portfolio("trend").position("AAPL").quantity()).isEqualByComparingTo("4");
		assertThat(books.balance(new Account("trend", AccountKind.ADJUSTMENT, "USD"))).isEqualByComparingTo("1");
	}

	@Test
	void sellsTheFractionThatASplitLeavesOver() {
		Books books = bought("10", "100");
		books.book(Bookings.split("s", "trend", "AAPL", "AAPL", amount("-6.5"), "1:3", Instant.EPOCH));
		books.book(Bookings.inLieu("l", "trend", holding("0.5", "160"), "in lieu", Instant.EPOCH));

		Portfolio trend = books.portfolio("trend");
		assertThat(trend.position("AAPL").quantity()).isEqualByComparingTo("3");
		assertThat(trend.position("AAPL").realised().add(amount("1000"))).isEqualByComparingTo(trend.position("AAPL").cost().add(amount("160")));
		assertThat(trend.cash()).isEqualByComparingTo("-840");
		assertThat(trend.income()).isZero();
		assertThat(books.sums().values()).allMatch(sum -> sum.signum() == 0);
	}

	@Test
	void lowersTheCostWhereTheFractionIsNotKnown() {
		Books books = bought("10", "100");
		books.book(Bookings.inLieu("l", "trend", holding("0", "160"), "in lieu", Instant.EPOCH));

		assertThat(books.portfolio("trend").position("AAPL").quantity()).isEqualByComparingTo("10");
		assertThat(books.portfolio("trend").position("AAPL").cost()).isEqualByComparingTo("840");
		assertThat(books.portfolio("trend").realised()).isZero();
	}

	@Test
	void bringsUnitsInTogetherWithTheirCost() {
		Books books = new Books();
		books.book(Bookings.transferOfUnits("t", "reserve", holding("3", "330"), "moved in", Instant.EPOCH));

		assertThat(books.portfolio("reserve").capital()).isEqualByComparingTo("330");
		assertThat(books.portfolio("reserve").position("AAPL").averagePrice()).isEqualByComparingTo("110");
		assertThat(books.portfolio("reserve").cash()).isZero();
	}

	@Test
	void adjustsUnitsAtWhatTheyAreWorth() {
		Books books = bought("10", "100");
		books.book(Bookings.adjustmentOfUnits("a", "trend", holding("-4", "-480"), "gone at the broker", Instant.EPOCH));

		Portfolio trend = books.portfolio("trend");
		assertThat(trend.position("AAPL").quantity()).isEqualByComparingTo("6");
		assertThat(trend.position("AAPL").cost()).isEqualByComparingTo("600");
		assertThat(trend.realised()).isEqualByComparingTo("80");
		assertThat(trend.cash()).isEqualByComparingTo("-1000");
		assertThat(books.balance(new Account("trend", AccountKind.ADJUSTMENT, "USD"))).isEqualByComparingTo("480");
		assertThat(books.balance(new Account("trend", AccountKind.ADJUSTMENT, "AAPL"))).isEqualByComparingTo("4");
	}

	@Test
	void booksWhatHappenedToSeveralAsOne() {
		Books books = new Books();
		Transaction dividend = Bookings.together("d", List.of(Bookings.income("d", "trend", "AAPL", "USD", amount("3"), "DIV", Instant.EPOCH),
				Bookings.income("d", "breakout", "AAPL", "USD", amount("1"), "DIV", Instant.EPOCH)));

		assertThat(dividend.postings()).hasSize(4);
		assertThat(dividend.kind()).isEqualTo(Transaction.Kind.INCOME);
		assertThat(dividend.symbol()).isEqualTo("AAPL");
		assertThat(dividend.cause()).isEqualTo("DIV");
		assertThat(dividend.at()).isEqualTo(Instant.EPOCH);
		books.book(dividend);
		assertThat(books.portfolio("trend").income()).isEqualByComparingTo("3");
		assertThat(books.portfolio("breakout").cash()).isEqualByComparingTo("1");
	}

	private static Books bought(String quantity, String price) {
		Books books = new Books();
		books.book(Bookings.fill("f", "trend",
				new Bookings.Traded("AAPL", "AAPL", "USD", Side.BUY, amount(quantity), amount(price)), "", Instant.EPOCH));
		return books;
	}

	private static Bookings.Holding holding(String quantity, String cost) {
		return new Bookings.Holding("AAPL", "AAPL", "USD", amount(quantity), amount(cost));
	}

	private static Transaction of(Posting... postings) {
		return new Transaction("key", Transaction.Kind.ADJUSTMENT, null, "test", Instant.EPOCH, List.of(postings));
	}

	private static BigDecimal amount(String value) {
		return new BigDecimal(value);
	}
}
