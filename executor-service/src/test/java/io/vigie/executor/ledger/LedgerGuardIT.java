package io.vigie.executor.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.executor.testing.ExecutorTest;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The database itself keeps the ledger, whatever the program does. */
class LedgerGuardIT extends ExecutorTest {

	@Autowired
	private TransactionTemplate transactions;

	@Test
	void refusesTransactionThatDoesNotSumToZero() {
		assertThatThrownBy(() -> book(new String[] { "USD", "USD" }, "1", "-0.99")).hasStackTraceContaining("does not sum to zero: USD 0.01");
	}

	@Test
	void refusesToBalanceOneAssetWithAnother() {
		assertThatThrownBy(() -> book(new String[] { "USD", "BTC" }, "1", "-1")).hasStackTraceContaining("does not sum to zero");
	}

	@Test
	void refusesTransactionWithoutPostings() {
		assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> head(UUID.randomUUID()))).hasStackTraceContaining("at least 2 are needed");
	}

	@Test
	void refusesPostingAddedToATransactionThatStands() {
		UUID standing = jdbc.sql("select id from ledger_transactions limit 1").query(UUID.class).single();

		assertThatThrownBy(() -> lines(standing, 9, new String[] { "USD" }, "1")).hasStackTraceContaining("needs 2 postings or more");
		assertThatThrownBy(() -> lines(standing, 8, new String[] { "USD", "USD" }, "1", "-1")).hasStackTraceContaining("all at once");
		assertThatThrownBy(() -> lines(standing, 1, new String[] { "USD", "USD" }, "1", "-1")).hasStackTraceContaining("postings_pk");
	}

	@Test
	void takesWhatBalances() {
		UUID id = UUID.randomUUID();
		transactions.executeWithoutResult(_ -> {
			head(id);
			lines(id, 1, new String[] { "USD", "USD", "BTC", "BTC" }, "1", "-1", "2", "-2");
		});
		assertThat(jdbc.sql("select count(*) from postings where transaction_id = ?").param(id).query(Long.class).single()).isEqualTo(4);
	}

	@Test
	void refusesASinglePosting() {
		assertThatThrownBy(() -> book(new String[] { "USD" }, "0")).hasStackTraceContaining("needs 2 postings or more");
	}

	@Test
	void refusesKindsAndAccountsItDoesNotKnow() {
		assertThatThrownBy(() -> jdbc.sql("""
				insert into ledger_transactions (id, key, kind, cause, occurred_at, booked_at) values (gen_random_uuid(), 'k', 'GIFT', '', now(), now())""")
			.update()).hasStackTraceContaining("ledger_transactions_kind_ck");
	}

	@Test
	void refusesAnyChangeOfWhatIsBooked() {
		for (String sql : new String[] { "update postings set amount = 0", "delete from postings", "truncate postings",
				"update ledger_transactions set cause = ''", "delete from ledger_transactions" }) {
			assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasStackTraceContaining("The ledger is never changed");
		}
	}

	@Test
	void openedWithTheBrokersCashAndHoldings() {
		assertThat(jdbc.sql("select capital from portfolios where bot = 'trend'").query(BigDecimal.class).single()).isEqualByComparingTo("25000");
		assertThat(jdbc.sql("select sum(amount) from postings where account = 'POSITION' and asset = 'OLD' and bot = 'reserve'")
			.query(BigDecimal.class).single()).isEqualByComparingTo("3");
		assertThat(jdbc.sql("select cost from positions where symbol = 'OLD'").query(BigDecimal.class).single()).isEqualByComparingTo("120");
		assertThat(jdbc.sql("select count(*) from trades where symbol = 'OLD'").query(Long.class).single()).isZero();
	}

	private void book(String[] assets, String... amounts) {
		transactions.executeWithoutResult(_ -> {
			UUID id = UUID.randomUUID();
			head(id);
			lines(id, 1, assets, amounts);
		});
	}

	private void head(UUID id) {
		jdbc.sql("insert into ledger_transactions (id, key, kind, cause, occurred_at, booked_at) values (?, ?, 'ADJUSTMENT', 'test', now(), now())")
			.params(id, id.toString()).update();
	}

	private void lines(UUID id, int first, String[] assets, String... amounts) {
		String rows = java.util.stream.IntStream.range(0, amounts.length)
			.mapToObj(i -> "('%s', %d, 'trend', 'CASH', '%s', %s)".formatted(id, first + i, assets[i], amounts[i]))
			.collect(java.util.stream.Collectors.joining(", "));
		jdbc.sql("insert into postings (transaction_id, line, bot, account, asset, amount) values " + rows).update();
	}
}
