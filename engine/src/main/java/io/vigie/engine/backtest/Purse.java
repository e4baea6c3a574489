package io.vigie.engine.backtest;

import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.ledger.Books;
import io.vigie.engine.ledger.Portfolio;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Execution;
import java.math.BigDecimal;
import java.time.Instant;

/** The account of a backtest, kept in the same books as every other. */
final class Purse {

	private static final String OWNER = "backtest";

	private final Books books = new Books();
	private final Instrument instrument;
	private int fills;
	private BigDecimal cash = BigDecimal.ZERO;
	private BigDecimal held = BigDecimal.ZERO;

	Purse(Instrument instrument, BigDecimal capital) {
		this.instrument = instrument;
		books.book(Bookings.opening("opening", OWNER, instrument.quote(), capital, "capital", Instant.EPOCH));
		read();
	}

	void book(Side side, Execution execution, BigDecimal fee, Instant at) {
		fills++;
		books.book(Bookings.fill("fill-" + fills, OWNER, new Bookings.Traded(instrument.symbol(), instrument.base(), instrument.quote(),
				side, execution.quantity(), execution.price()), "fill", at));
		if (fee.signum() != 0) {
			books.book(Bookings.fee("fee-" + fills, OWNER, instrument.symbol(), instrument.quote(), fee, "fee", at));
		}
		read();
	}

	BigDecimal cash() {
		return cash;
	}

	BigDecimal held() {
		return held;
	}

	BigDecimal equity(BigDecimal price) {
		return cash.add(held.multiply(price));
	}

	/** Asked for at every bar, changed by few. */
	private void read() {
		Portfolio portfolio = books.portfolio(OWNER);
		cash = portfolio.cash();
		held = portfolio.position(instrument.symbol()).quantity();
	}
}
