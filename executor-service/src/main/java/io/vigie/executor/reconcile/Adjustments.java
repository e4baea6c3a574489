package io.vigie.executor.reconcile;

import io.vigie.common.sql.Plain;
import io.vigie.engine.ledger.Account;
import io.vigie.engine.ledger.AccountKind;
import io.vigie.engine.ledger.Posting;
import io.vigie.engine.ledger.Transaction;
import io.vigie.executor.venue.Symbols;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adjustments that were booked without an explanation, and are undone once there is one. */
@Component
class Adjustments {

	private static final String REVERSAL = "reversal:";

	private final JdbcClient jdbc;

	Adjustments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The key of the last adjustment that made the opposite difference and still stands. */
	Optional<String> opposite(Drift drift) {
		String asset = drift.is(Drift.CASH) ? drift.subject() : Symbols.base(drift.subject());
		String account = (drift.is(Drift.CASH) ? AccountKind.CASH : AccountKind.POSITION).name();
		return jdbc.sql("""
				select t.key from ledger_transactions t join postings p on p.transaction_id = t.id
				where t.kind = 'ADJUSTMENT' and t.key like 'adjustment:%' and p.account = :account and p.asset = :asset
					and not exists (select from ledger_transactions r where r.key = :reversal || t.key)
				group by t.key, t.seq having sum(p.amount) = :amount order by t.seq desc limit 1""")
			.param("account", account).param("asset", asset).param("reversal", REVERSAL).param("amount", drift.difference().negate())
			.query(String.class).optional();
	}

	/** The same postings the other way round; an adjustment is reversed once. */
	Transaction reversed(String key, String cause, Instant at) {
		List<Posting> postings = jdbc.sql("""
				select p.* from postings p join ledger_transactions t on t.id = p.transaction_id where t.key = ? order by p.line""").param(key)
			.query((row, _) -> new Posting(new Account(row.getString("bot"), AccountKind.valueOf(row.getString("account")), row.getString("asset")),
					Plain.decimal(row, "amount").negate())).list();
		String symbol = jdbc.sql("select symbol from ledger_transactions where key = ?").param(key)
			.query((row, _) -> Optional.ofNullable(row.getString(1))).single().orElse(null);
		return new Transaction(REVERSAL + key, Transaction.Kind.ADJUSTMENT, symbol, cause, at, postings);
	}
}
