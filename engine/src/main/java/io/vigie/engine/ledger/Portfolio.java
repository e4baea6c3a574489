package io.vigie.engine.ledger;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one bot has, derived from its transactions and nothing else. Immutable.
 *
 * @param capital what the bot was given
 * @param cash settled, holds not subtracted
 * @param fees paid in money, and units given as fees at their cost
 * @param income dividends and interest
 * @param positions by symbol; flat ones stay, for what they realised
 * @param holds by order
 */
public record Portfolio(String bot, BigDecimal capital, BigDecimal cash, BigDecimal fees, BigDecimal income,
		Map<String, Position> positions, Map<String, Hold> holds) {

	public Portfolio {
		positions = Collections.unmodifiableMap(new TreeMap<>(positions));
		holds = Collections.unmodifiableMap(new TreeMap<>(holds));
	}

	public static Portfolio empty(String bot) {
		return new Portfolio(bot, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), Map.of());
	}

	public Portfolio after(Transaction transaction) {
		PortfolioChange change = PortfolioChange.of(transaction, bot, this::position);
		Map<String, Position> next = new TreeMap<>(positions);
		Position position = change.position();
		if (position != null) {
			next.put(position.symbol(), position);
		}
		return new Portfolio(bot, capital.add(change.capital()), cash.add(change.cash()), fees.add(change.fees()),
				income.add(change.income()), next, holds);
	}

	public Position position(String symbol) {
		return positions.getOrDefault(symbol, Position.none(symbol));
	}

	public Portfolio holding(String key, Hold hold) {
		Map<String, Hold> next = new TreeMap<>(holds);
		next.put(key, hold);
		return new Portfolio(bot, capital, cash, fees, income, positions, next);
	}

	public BigDecimal held() {
		return holds.values().stream().map(Hold::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Cash that no order in flight lays claim to. */
	public BigDecimal free() {
		return cash.subtract(held());
	}

	public BigDecimal realised() {
		return positions.values().stream().map(Position::realised).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	public BigDecimal positionsValue(Function<String, BigDecimal> priceOf) {
		return positions.values().stream()
			.filter(it -> it.quantity().signum() != 0)
			.map(it -> it.value(priceOf.apply(it.symbol())))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	public BigDecimal equity(Function<String, BigDecimal> priceOf) {
		return cash.add(positionsValue(priceOf));
	}
}
