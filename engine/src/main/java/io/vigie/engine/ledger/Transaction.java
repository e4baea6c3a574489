package io.vigie.engine.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to money: two or more postings that sum to zero per asset. Never changed; corrected by another one.
 *
 * @param key what makes it one of a kind, e.g. the fill or the broker's activity; booking a key twice books it once
 * @param symbol the instrument concerned, where one is
 * @param cause why, in words
 * @param at market time
 */
public record Transaction(String key, Kind kind, @Nullable String symbol, String cause, Instant at, List<Posting> postings) {

	public enum Kind {
		OPENING, FILL, FEE, INCOME, TRANSFER, SPLIT, IN_LIEU, ADJUSTMENT
	}

	public Transaction {
		postings = List.copyOf(postings);
		if (postings.size() < 2) {
			throw new IllegalArgumentException("A transaction needs two postings or more: " + key);
		}
		sums(postings).forEach((asset, sum) -> {
			if (sum.signum() != 0) {
				throw new IllegalArgumentException("Postings in " + asset + " leave " + sum.toPlainString() + ": " + key);
			}
		});
	}

	static Map<String, BigDecimal> sums(List<Posting> postings) {
		return postings.stream()
			.collect(Collectors.groupingBy(it -> it.account().asset(),
					Collectors.reducing(BigDecimal.ZERO, Posting::amount, BigDecimal::add)));
	}

	/** What this transaction adds to the accounts of one kind. */
	public BigDecimal moved(String bot, AccountKind kind) {
		return postings.stream()
			.filter(it -> it.account().bot().equals(bot) && it.account().kind() == kind)
			.map(Posting::amount)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}
}
