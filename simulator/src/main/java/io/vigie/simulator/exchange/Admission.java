package io.vigie.simulator.exchange;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides whether the venue takes an order, in Alpaca's words; changes nothing. */
final class Admission {

	private static final int LONGEST_CLIENT_ORDER_ID = 128;

	private final Rules rules;
	private final Book book;
	private final Account account;
	private final Map<String, Tape> tapes;
	private final Hazards hazards;
	private Dialect dialect;

	Admission(Rules rules, Book book, Account account, Map<String, Tape> tapes, Hazards hazards, Dialect dialect) {
		this.hazards = hazards;
		this.dialect = dialect;
		this.rules = rules;
		this.book = book;
		this.account = account;
		this.tapes = tapes;
	}

	void speak(Dialect spoken) {
		dialect = spoken;
	}

	Dialect dialect() {
		return dialect;
	}

	/** @return the cash to hold for it */
	BigDecimal admit(Command.Place place) {
		Terms terms = place.terms();
		requireFreshId(place.clientOrderId());
		Tape tape = tapes.get(terms.symbol());
		if (tape == null) {
			throw Refused.invalid("asset \"" + terms.symbol() + "\" not found");
		}
		Instrument instrument = tape.instrument();
		BigDecimal last = tape.last().map(Tick::price)
			.orElseThrow(() -> Refused.invalid("no market price for " + terms.symbol() + " yet"));
		TermsCheck.check(instrument, terms, place.orderClass());
		TermsCheck.checkClass(instrument, place, rules.cryptoBrackets());
		TermsCheck.checkExits(instrument, place, terms.reference(last));
		BigDecimal held = terms.side() == Side.BUY
				? requireCash(instrument, terms, last, BigDecimal.ZERO)
				: requireQuantity(instrument, terms, last, place.orderClass(), BigDecimal.ZERO);
		hazards.refuse(terms, Objects.requireNonNullElse(place.clientOrderId(), ""),
				terms.kind().isStop() || place.stopLoss() != null, account, place.at());
		return held;
	}

	/** @param terms what is left to do, as amended */
	BigDecimal admitReplacement(Command.Replace replace, Order old, Terms terms) {
		if (terms.notional() != null) {
			throw Refused.invalid("cannot replace notional orders");
		}
		if (old.orderClass() != OrderClass.SIMPLE && replace.quantity() != null) {
			throw Refused.invalid("qty of " + old.orderClass().wire() + " orders can't be replaced: their legs exit one quantity");
		}
		requireFreshId(replace.clientOrderId());
		Tape tape = Objects.requireNonNull(tapes.get(terms.symbol()));
		BigDecimal last = tape.last().map(Tick::price).orElseThrow();
		TermsCheck.check(tape.instrument(), terms, old.orderClass());
		if (old.status() == OrderStatus.HELD) {
			return BigDecimal.ZERO;
		}
		BigDecimal held = terms.side() == Side.BUY
				? requireCash(tape.instrument(), terms, last, old.reserved())
				: requireQuantity(tape.instrument(), terms, last, OrderClass.SIMPLE, old.remaining());
		hazards.refuse(terms, Objects.requireNonNullElse(replace.clientOrderId(), old.clientOrderId()), terms.kind().isStop(),
				account, replace.at());
		return held;
	}

	Order openOrder(UUID id) {
		Order order = book.find(id).orElseThrow(() -> Refused.notFound("order not found for " + id));
		if (!order.status().isOpen()) {
			throw Refused.invalid("order is already in \"" + order.status().wire() + "\" state");
		}
		return order;
	}

	private void requireFreshId(@Nullable String clientOrderId) {
		if (clientOrderId == null) {
			return;
		}
		if (clientOrderId.isBlank() || clientOrderId.length() > LONGEST_CLIENT_ORDER_ID) {
			throw Refused.unacceptable("client_order_id must have 1 to " + LONGEST_CLIENT_ORDER_ID + " characters");
		}
		if (book.findByClientOrderId(clientOrderId).filter(it -> dialect == Dialect.ALPACA || it.status().isOpen()).isPresent()) {
			throw Refused.unacceptable("client_order_id must be unique");
		}
	}

	private BigDecimal requireCash(Instrument instrument, Terms terms, BigDecimal last, BigDecimal freed) {
		BigDecimal basis = terms.notional() != null ? terms.notional()
				: Objects.requireNonNull(terms.quantity()).multiply(terms.reference(last));
		if (basis.compareTo(instrument.minNotional()) < 0) {
			throw Refused.forbidden("cost basis must be >= minimal amount of order " + instrument.minNotional().toPlainString(),
					Map.of());
		}
		BigDecimal needed = basis.add(rules.fees(instrument).worst(basis));
		BigDecimal power = account.cash().subtract(book.reservedCash()).add(freed);
		if (needed.compareTo(power) > 0) {
			throw Refused.forbidden("insufficient buying power", Map.of("buying_power", Decimals.text(power.max(BigDecimal.ZERO)),
					"cost_basis", Decimals.text(basis)));
		}
		return needed;
	}

	private BigDecimal requireQuantity(Instrument instrument, Terms terms, BigDecimal last, OrderClass orderClass,
			BigDecimal freed) {
		BigDecimal owned = account.quantity(terms.symbol());
		if (orderClass == OrderClass.BRACKET || orderClass == OrderClass.OTO || owned.signum() == 0
				&& instrument.assetClass() != AssetClass.CRYPTO) {
			throw Refused.forbidden("account is not allowed to short", Map.of());
		}
		BigDecimal held = book.reservedQuantity(terms.symbol()).subtract(freed);
		BigDecimal available = owned.subtract(held);
		BigDecimal notional = terms.notional();
		BigDecimal wanted = notional == null ? Objects.requireNonNull(terms.quantity())
				: notional.divide(last, instrument.lotSize().scale(), RoundingMode.UP);
		if (wanted.compareTo(available) > 0) {
			throw Refused.insufficient(terms.withQuantity(wanted), available, owned, held);
		}
		return BigDecimal.ZERO;
	}
}
