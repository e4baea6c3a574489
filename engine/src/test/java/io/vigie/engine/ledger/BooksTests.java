package io.vigie.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Money is conserved, whatever happens in whatever order and however often it is told. */
class BooksTests {

	@Provide
	Arbitrary<LedgerLife.Event> events() {
		return Combinators.combine(Arbitraries.of(LedgerLife.What.class), Arbitraries.of(LedgerLife.BOTS), Arbitraries.integers().between(0, 60),
				Arbitraries.bigDecimals().between(new BigDecimal("0.000000001"), new BigDecimal("50")).ofScale(9),
				Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("2000")).ofScale(2))
			.as(LedgerLife.Event::new);
	}

	@Property(tries = 400)
	void balanceToZeroPerAsset(@ForAll @Size(max = 80) List<LedgerLife.@From("events") Event> events) {
		LedgerLife life = new LedgerLife();
		for (LedgerLife.Event it : events) {
			life.happen(it);
			assertThat(life.books.sums().values()).allMatch(sum -> sum.signum() == 0);
		}
	}

	@Property(tries = 400)
	void agreeWithTheBroker(@ForAll @Size(max = 80) List<LedgerLife.@From("events") Event> events) {
		LedgerLife life = new LedgerLife();
		for (LedgerLife.Event it : events) {
			life.happen(it);
			assertThat(sum(life, AccountKind.CASH, "USD")).isEqualByComparingTo(life.cash);
			assertThat(sum(life, AccountKind.POSITION, LedgerLife.SYMBOL)).isEqualByComparingTo(life.units);
		}
	}

	@Property(tries = 400)
	void neverHoldMoreThanTheCash(@ForAll @Size(max = 80) List<LedgerLife.@From("events") Event> events) {
		LedgerLife life = new LedgerLife();
		for (LedgerLife.Event it : events) {
			life.happen(it);
			for (String bot : LedgerLife.BOTS) {
				Portfolio portfolio = life.books.portfolio(bot);
				assertThat(portfolio.held()).as(bot).isLessThanOrEqualTo(portfolio.cash());
				assertThat(portfolio.held().signum()).isNotNegative();
			}
		}
	}

	@Property(tries = 300)
	void keepPortfolioAndAccountsInStep(@ForAll @Size(max = 80) List<LedgerLife.@From("events") Event> events) {
		LedgerLife life = lived(events);
		for (String bot : LedgerLife.BOTS) {
			Portfolio portfolio = life.books.portfolio(bot);
			assertThat(portfolio.cash()).isEqualByComparingTo(balance(life, bot, AccountKind.CASH, "USD"));
			assertThat(portfolio.position(LedgerLife.SYMBOL).quantity())
				.isEqualByComparingTo(balance(life, bot, AccountKind.POSITION, LedgerLife.SYMBOL));
			assertThat(portfolio.capital()).isEqualByComparingTo(balance(life, bot, AccountKind.CAPITAL, "USD").negate());
			assertThat(portfolio.income()).isEqualByComparingTo(balance(life, bot, AccountKind.INCOME, "USD").negate());
		}
	}

	@Property(tries = 300)
	void explainEveryCentOfEquity(@ForAll @Size(max = 80) List<LedgerLife.@From("events") Event> events) {
		LedgerLife life = lived(events);
		BigDecimal price = new BigDecimal("777.77");
		for (String bot : LedgerLife.BOTS) {
			Portfolio portfolio = life.books.portfolio(bot);
			BigDecimal adjusted = balance(life, bot, AccountKind.ADJUSTMENT, "USD").negate();
			BigDecimal explained = portfolio.capital().add(portfolio.realised()).subtract(portfolio.fees()).add(portfolio.income())
				.add(adjusted).add(portfolio.position(LedgerLife.SYMBOL).unrealised(price));
			assertThat(portfolio.equity(_ -> price)).isEqualByComparingTo(explained);
		}
	}

	@Property(tries = 200)
	void areTheSameAfterARestartAndToldTwice(@ForAll @Size(max = 80) List<LedgerLife.@From("events") Event> events) {
		LedgerLife life = lived(events);
		Books before = life.books;
		life.happen(new LedgerLife.Event(LedgerLife.What.TOLD_AGAIN, "trend", 0, BigDecimal.ONE, BigDecimal.ONE));

		Books restarted = life.restarted();
		assertThat(restarted.balances()).isEqualTo(before.balances());
		for (String bot : LedgerLife.BOTS) {
			assertThat(restarted.portfolio(bot)).isEqualTo(before.portfolio(bot));
		}
	}

	@Test
	void refuseToHoldWhatIsNotFree() {
		Books books = new Books();
		books.book(Bookings.opening("o", "trend", "USD", BigDecimal.TEN, "", Instant.EPOCH));

		assertThat(books.hold("trend", "a", new BigDecimal("10.01"))).isFalse();
		assertThat(books.hold("trend", "a", BigDecimal.TEN)).isTrue();
		assertThat(books.hold("trend", "b", new BigDecimal("0.01"))).isFalse();
		assertThat(books.portfolio("trend").free()).isZero();
	}

	@Test
	void sayWhetherTheyBooked() {
		Books books = new Books();
		Transaction opening = Bookings.opening("o", "trend", "USD", BigDecimal.TEN, "", Instant.EPOCH);

		assertThat(books.book(opening)).isTrue();
		assertThat(books.book(opening)).isFalse();
		assertThat(books.portfolio("trend").cash()).isEqualByComparingTo("10");
	}

	@Test
	void valueWhatIsHeldOnly() {
		Books books = new Books();
		books.book(Bookings.openingPosition("p", "trend", new Bookings.Holding("AAPL", "AAPL", "USD", BigDecimal.TWO, BigDecimal.TEN), "",
				Instant.EPOCH));
		books.book(Bookings.split("s", "trend", "FLAT", "FLAT", BigDecimal.ONE, "", Instant.EPOCH));
		books.book(Bookings.split("t", "trend", "FLAT", "FLAT", BigDecimal.ONE.negate(), "", Instant.EPOCH));

		Portfolio portfolio = books.portfolio("trend");
		assertThat(portfolio.positionsValue(symbol -> symbol.equals("AAPL") ? BigDecimal.TEN : null)).isEqualByComparingTo("20");
		assertThat(portfolio.equity(symbol -> symbol.equals("AAPL") ? BigDecimal.TEN : null)).isEqualByComparingTo("20");
	}

	private static LedgerLife lived(List<LedgerLife.Event> events) {
		LedgerLife life = new LedgerLife();
		events.forEach(life::happen);
		return life;
	}

	private static BigDecimal sum(LedgerLife life, AccountKind kind, String asset) {
		return LedgerLife.BOTS.stream().map(bot -> balance(life, bot, kind, asset)).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal balance(LedgerLife life, String bot, AccountKind kind, String asset) {
		return life.books.balance(new Account(bot, kind, asset));
	}
}
