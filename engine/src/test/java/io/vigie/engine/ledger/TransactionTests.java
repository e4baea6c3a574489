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

	private static Transaction of(Posting... postings) {
		return new Transaction("key", Transaction.Kind.ADJUSTMENT, null, "test", Instant.EPOCH, List.of(postings));
	}

	private static BigDecimal amount(String value) {
		return new BigDecimal(value);
	}
}
