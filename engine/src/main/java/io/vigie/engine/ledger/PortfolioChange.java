package io.vigie.engine.ledger;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changes for one bot. The stored portfolio and the one in memory are both moved by it, so they cannot
 * come to differ.
 *
 * @param position the position it touches, as it is afterwards
 */
public record PortfolioChange(BigDecimal capital, BigDecimal cash, BigDecimal fees, BigDecimal income,
		@Nullable Position position) {

	public static PortfolioChange of(Transaction transaction, String bot, Function<String, Position> positionOf) {
		Moves moves = new Moves(transaction, bot);
		BigDecimal units = moves.sum(AccountKind.POSITION);
		String symbol = transaction.symbol();
		boolean movesPosition = units.signum() != 0 || transaction.kind() == Transaction.Kind.IN_LIEU;
		Position before = symbol == null || !movesPosition ? null : positionOf.apply(symbol);
		Position after = before == null ? null : switch (transaction.kind()) {
			case FILL, IN_LIEU -> before.moved(units, moves.sum(AccountKind.CASH).negate());
			case OPENING, TRANSFER, ADJUSTMENT -> before.moved(units, moves.money(AccountKind.MARKET));
			case FEE -> before.withoutUnits(units.negate());
			case SPLIT, INCOME -> before.split(units);
		};
		BigDecimal fees = before == null || after == null || transaction.kind() != Transaction.Kind.FEE
				? moves.sum(AccountKind.FEES)
				: before.cost().subtract(after.cost());
		BigDecimal capital = moves.money(AccountKind.CAPITAL).negate();
		return new PortfolioChange(capital, moves.sum(AccountKind.CASH), fees,
				moves.sum(AccountKind.INCOME).negate(), after);
	}

	private record Moves(Transaction transaction, String bot) {

		BigDecimal sum(AccountKind kind) {
			return transaction.moved(bot, kind);
		}

		/** Leaves out the asset whose units the transaction moves. */
		BigDecimal money(AccountKind kind) {
			return transaction.postings().stream()
				.filter(it -> it.account().bot().equals(bot) && it.account().kind() == kind)
				.filter(it -> !movesUnitsOf(it.account().asset()))
				.map(Posting::amount)
				.reduce(BigDecimal.ZERO, BigDecimal::add);
		}

		private boolean movesUnitsOf(String asset) {
			return transaction.postings().stream()
				.anyMatch(it -> it.account().kind() == AccountKind.POSITION && it.account().asset().equals(asset));
		}
	}
}
