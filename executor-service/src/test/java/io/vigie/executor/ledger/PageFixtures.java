package io.vigie.executor.ledger;

import io.vigie.engine.ledger.Portfolio;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages that are never written. */
public final class PageFixtures {

	private PageFixtures() {
	}

	/** With 25,000 of cash per bot. */
	public static Page page(String... bots) {
		Map<String, Page.Entry> entries = new LinkedHashMap<>();
		for (String bot : bots) {
			var portfolio = new Portfolio(bot, new BigDecimal("25000"), new BigDecimal("25000"), BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), Map.of());
			entries.put(bot, new Page.Entry(portfolio, "USD", BigDecimal.ZERO, 1, Instant.EPOCH));
		}
		return new Page(new BookWriter(new JdbcTemplate(), Clock.systemUTC()), entries, Map.of(), new HashSet<>(Set.of("known")));
	}
}
