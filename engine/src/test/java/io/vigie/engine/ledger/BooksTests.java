package io.vigie.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Money is conserved, whatever happens in whatever order and however often it is told. */
class BooksTests {

	private static final BigDecimal CAPITAL = new BigDecimal("25000");

	private enum What {
		BUY, SELL, FEE, UNIT_FEE, DIVIDEND, ADJUST, SPLIT, TRANSFER, HOLD, PART_FILL, CANCEL
	}

	private record Happening(What what, String bot, int key, BigDecimal quantity, BigDecimal price) {
	}

	@Provide
	Arbitrary<Happening> happenings() {
		return Combinators.combine(Arbitraries.of(What.class), Arbitraries.of("trend", "breakout"), Arbitraries.integers().between(0, 60),
				Arbitraries.bigDecimals().between(new BigDecimal("0.000000001"), new BigDecimal("50")).ofScale(9),
				Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("2000")).ofScale(2))
			.as(Happening::new);
	}

	@Property(tries = 300)
	void balanceToZeroPerAsset(@ForAll @Size(max = 60) List<@net.jqwik.api.From("happenings") Happening> happenings) {
		Books books = opened();
		for (Happening it : happenings) {
			happen(books, it);
			assertThat(books.sums().values()).allMatch(sum -> sum.signum() == 0);
		}
	}

	@Property(tries = 300)
	void keepPortfolioAndAccountsInStep(@ForAll @Size(max = 60) List<@net.jqwik.api.From("happenings") Happening> happenings) {
		Books books = opened();
		happenings.forEach(it -> happen(books, it));

		for (String bot : List.of("trend", "breakout")) {
			Portfolio portfolio = books.portfolio(bot);
			assertThat(portfolio.cash()).isEqualByComparingTo(books.balance(new Account(bot, AccountKind.CASH, "USD")));
			assertThat(portfolio.position("BTC/USD").quantity())
				.isEqualByComparingTo(books.balance(new Account(bot, AccountKind.POSITION, "BTC")));
			assertThat(portfolio.capital()).isEqualByComparingTo(books.balance(new Account(bot, AccountKind.CAPITAL, "USD")).negate());
		}
	}

	@Property(tries = 300)
	void neverHoldMoreThanTheCash(@ForAll @Size(max = 60) List<@net.jqwik.api.From("happenings") Happening> happenings) {
		Books books = opened();
		for (Happening it : happenings) {
			boolean spends = it.what != What.HOLD && it.what != What.PART_FILL && it.what != What.CANCEL;
			if (!spends) {
				happen(books, it);
			}
			Portfolio portfolio = books.portfolio(it.bot);
			assertThat(portfolio.held()).isLessThanOrEqualTo(portfolio.cash());
			assertThat(portfolio.held().signum()).isNotNegative();
		}
	}

	@Property(tries = 200)
	void explainEveryCentOfEquity(@ForAll @Size(max = 40) List<@net.jqwik.api.From("happenings") Happening> happenings) {
		Books books = opened();
		happenings.stream().filter(it -> it.what == What.BUY || it.what == What.SELL || it.what == What.FEE)
			.forEach(it -> happen(books, it));

		Portfolio portfolio = books.portfolio("trend");
		BigDecimal price = new BigDecimal("777.77");
		BigDecimal explained = portfolio.capital().add(portfolio.realised()).subtract(portfolio.fees())
			.add(portfolio.position("BTC/USD").unrealised(price));
		assertThat(portfolio.equity(_ -> price)).isEqualByComparingTo(explained);
	}

	@Property(tries = 100)
	void bookAKeyOnce(@ForAll @Size(max = 30) List<@net.jqwik.api.From("happenings") Happening> happenings) {
		Books once = opened();
		Books twice = opened();
		happenings.stream().filter(it -> it.what == What.FEE || it.what == What.BUY).forEach(it -> {
			happen(once, it);
			happen(twice, it);
			happen(twice, it);
		});

		assertThat(twice.balances()).isEqualTo(once.balances());
	}

	private static Books opened() {
		Books books = new Books();
		books.book(Bookings.opening("o1", "trend", "USD", CAPITAL, "", Instant.EPOCH));
		books.book(Bookings.opening("o2", "breakout", "USD", CAPITAL, "", Instant.EPOCH));
		return books;
	}

	private static void happen(Books books, Happening it) {
		String key = it.what + "-" + it.bot + "-" + it.key;
		Position position = books.portfolio(it.bot).position("BTC/USD");
		BigDecimal sellable = it.quantity.min(position.quantity());
		Hold hold = books.portfolio(it.bot).holds().get("h" + it.key);
		switch (it.what) {
			case BUY -> books.book(traded(key, it, Side.BUY, it.quantity));
			case SELL -> {
				if (sellable.signum() > 0) {
					books.book(traded(key, it, Side.SELL, sellable));
				}
			}
			case FEE -> books.book(Bookings.fee(key, it.bot, "BTC/USD", "USD", it.price, "", Instant.EPOCH));
			case UNIT_FEE -> {
				if (sellable.signum() > 0) {
					books.book(Bookings.feeInUnits(key, it.bot, "BTC/USD", "BTC", sellable, "", Instant.EPOCH));
				}
			}
			case DIVIDEND -> books.book(Bookings.income(key, it.bot, "BTC/USD", "USD", it.price, "", Instant.EPOCH));
			case ADJUST -> books.book(Bookings.adjustment(key, it.bot, "USD", it.price.negate(), "", Instant.EPOCH));
			case SPLIT -> books.book(Bookings.split(key, it.bot, "BTC/USD", "BTC", it.quantity, "", Instant.EPOCH));
			case TRANSFER -> books.book(Bookings.transfer(key, "trend", it.bot, "USD", it.price, "", Instant.EPOCH));
			case HOLD -> {
				if (hold == null) {
					books.hold(it.bot, "h" + it.key, it.price.multiply(BigDecimal.TEN));
				}
			}
			case PART_FILL -> {
				if (hold != null) {
					books.held(it.bot, "h" + it.key, hold.filled(it.quantity, new BigDecimal("50")));
				}
			}
			case CANCEL -> {
				if (hold != null) {
					books.held(it.bot, "h" + it.key, hold.ended(BigDecimal.ZERO));
				}
			}
		}
	}

	private static Transaction traded(String key, Happening it, Side side, BigDecimal quantity) {
		return Bookings.fill(key, it.bot, new Bookings.Traded("BTC/USD", "BTC", "USD", side, quantity, it.price), "", Instant.EPOCH);
	}
}
