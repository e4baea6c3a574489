package io.vigie.executor.wish;

import io.vigie.common.bot.Bots;
import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Evidence;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.strategy.Action;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.price.LastPrices;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.Symbols;
import io.vigie.executor.venue.VenueLegs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** Makes a proposal of what a person wants. It rests on the last print alone, and says so. */
@Service
class WishDesk {

	private final Bots bots;
	private final LastPrices prices;
	private final Books books;
	private final Alpaca venue;
	private final VenueLegs legs;
	private final TransactionTemplate transactions;
	private final Outbox outbox;
	private final Clock clock;

	WishDesk(Bots bots, LastPrices prices, Books books, Alpaca venue, VenueLegs legs, TransactionTemplate transactions, Outbox outbox, Clock clock) {
		this.bots = bots;
		this.prices = prices;
		this.books = books;
		this.venue = venue;
		this.legs = legs;
		this.transactions = transactions;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Returns the proposal's id, under which risk's verdict and the order are found. Idempotent by the wish's own id. */
	UUID ask(Wish wish) {
		if (bots.named(wish.bot()).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No bot is named " + wish.bot());
		}
		BigDecimal price = prices.of(wish.symbol())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "No price of " + wish.symbol() + " has been seen yet"));
		wish.flaw(Symbols.isCrypto(wish.symbol()) ? AssetClass.CRYPTO : AssetClass.STOCK).ifPresent(it -> refuse(HttpStatus.BAD_REQUEST, it));
		OrderStyle style = wish.style();
		if (wish.side() == Side.SELL && style != null) {
			checkExit(wish, style, price);
		}
		Instant now = clock.instant();
		Instant market = venue.marketTime().orElse(now);
		UUID id = wish.id() == null ? Ids.next(now) : Ids.named("wish", wish.id());
		var proposal = new TradeProposed(wish.bot(), "person", wish.symbol(), wish.side() == Side.BUY ? Action.BUY : Action.CLOSE, BigDecimal.ONE, price,
				new Evidence(bar(wish.symbol(), price, market), new Tick(wish.symbol(), 0, market, price, BigDecimal.ZERO), Map.of()), wish.reason(), market,
				style);
		transactions.executeWithoutResult(_ -> outbox.append(Topics.WISHES, wish.bot(), Message.beginning(id, "executor", "risk", now, proposal)));
		return id;
	}

	/** What the venue could not rest beside what is held, as far as one can tell now. */
	private void checkExit(Wish wish, OrderStyle style, BigDecimal price) {
		style.flawAt(price).ifPresent(it -> refuse(HttpStatus.BAD_REQUEST, it));
		BigDecimal held = books.position(wish.bot(), wish.symbol()).quantity();
		if (held.signum() <= 0) {
			refuse(HttpStatus.CONFLICT, "The bot " + wish.bot() + " holds no " + wish.symbol() + " that could be sold.");
		}
		legs.refusal(wish.symbol(), held).ifPresent(it -> refuse(HttpStatus.CONFLICT, "Can't be placed: " + it + "."));
	}

	private static void refuse(HttpStatus status, String why) {
		throw new ResponseStatusException(status, why);
	}

	/** Of the one price that is known. */
	private static Bar bar(String symbol, BigDecimal price, Instant market) {
		return new Bar(symbol, Timeframe.M1, Timeframe.M1.floor(market), price, price, price, price, BigDecimal.ZERO, 0, 0);
	}
}
