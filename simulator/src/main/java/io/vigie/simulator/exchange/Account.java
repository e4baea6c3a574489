package io.vigie.simulator.exchange;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Execution;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cash and positions, the venue's own bookkeeping that the platform is audited against. Exact: a fill moves price times
 * quantity, a fee its amount, nothing is rounded.
 */
final class Account {

	private BigDecimal cash;
	private final Map<String, Position> positions = new LinkedHashMap<>();

	Account(BigDecimal cash, Collection<Position> positions) {
		this.cash = cash;
		positions.forEach(it -> this.positions.put(it.symbol(), it));
	}

	BigDecimal cash() {
		return cash;
	}

	Collection<Position> positions() {
		return positions.values();
	}

	Optional<Position> position(String symbol) {
		return Optional.ofNullable(positions.get(symbol));
	}

	BigDecimal quantity(String symbol) {
		return position(symbol).map(Position::quantity).orElse(BigDecimal.ZERO);
	}

	void settle(String symbol, Side side, Execution execution, BigDecimal fee) {
		cash = cash.subtract(side.signed(execution.notional())).subtract(fee);
		Position after = position(symbol).orElse(Position.none(symbol)).after(side, execution);
		if (after.quantity().signum() < 0) {
			throw new IllegalStateException("Sold more " + symbol + " than the account holds");
		}
		if (after.quantity().signum() == 0) {
			positions.remove(symbol);
		}
		else {
			positions.put(symbol, after);
		}
	}

	/** Cash that no trade moved; it may go below zero, as a late fee may take it there. */
	void move(BigDecimal amount) {
		cash = cash.add(amount);
	}

	/** The same cost for another number of shares. */
	void restate(String symbol, BigDecimal quantity) {
		Position before = positions.get(symbol);
		if (before != null && quantity.signum() > 0) {
			positions.put(symbol, new Position(symbol, quantity, before.cost()));
		}
		else {
			positions.remove(symbol);
		}
	}
}
