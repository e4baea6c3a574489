package io.vigie.engine.ledger;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The books of all bots in memory: what a backtest keeps, and the model the stored ledger is measured against. Booking a key
 * twice books it once. Not thread-safe.
 */
public final class Books {

	private final Map<Account, BigDecimal> balances = new HashMap<>();
	private final Map<String, Portfolio> portfolios = new TreeMap<>();
	private final Set<String> keys = new HashSet<>();

	/** Returns false where the key was booked before. */
	public boolean book(Transaction transaction) {
		if (!keys.add(transaction.key())) {
			return false;
		}
		for (Posting posting : transaction.postings()) {
			balances.merge(posting.account(), posting.amount(), BigDecimal::add);
		}
		transaction.postings().stream().map(it -> it.account().bot()).distinct()
			.forEach(bot -> portfolios.put(bot, portfolio(bot).after(transaction)));
		return true;
	}

	/** Sets cash aside, or refuses because it is not there. */
	public boolean hold(String bot, String key, BigDecimal amount) {
		Portfolio portfolio = portfolio(bot);
		if (amount.compareTo(portfolio.free()) > 0) {
			return false;
		}
		portfolios.put(bot, portfolio.holding(key, Hold.of(amount)));
		return true;
	}

	/** Replaces a hold by what became of it. */
	public void held(String bot, String key, Hold hold) {
		portfolios.put(bot, portfolio(bot).holding(key, hold));
	}

	public Portfolio portfolio(String bot) {
		return portfolios.getOrDefault(bot, Portfolio.empty(bot));
	}

	public BigDecimal balance(Account account) {
		return balances.getOrDefault(account, BigDecimal.ZERO);
	}

	public Map<Account, BigDecimal> balances() {
		return Collections.unmodifiableMap(balances);
	}

	/** Per asset over all accounts; zero, always. */
	public Map<String, BigDecimal> sums() {
		Map<String, BigDecimal> sums = new TreeMap<>();
		balances.forEach((account, balance) -> sums.merge(account.asset(), balance, BigDecimal::add));
		return sums;
	}
}
