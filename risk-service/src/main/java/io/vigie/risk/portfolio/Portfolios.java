package io.vigie.risk.portfolio;

import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Portfolios extends Repository<Portfolio, String> {

	/** Always in the order of names, so that two that lock several never wait for each other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Portfolio p where p.bot in :bots order by p.bot")
	List<Portfolio> lock(Collection<String> bots);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Portfolio p order by p.bot")
	List<Portfolio> lockAll();

	List<Portfolio> findAll();

	List<Portfolio> findByBotIn(Collection<String> bots);

	/** Keeps what is newer: by the ledger's sequence, then by market time, as prices move without bookings. */
	@Modifying
	@NativeQuery("""
			insert into portfolios (bot, sequence, capital, cash, equity, positions, as_of, heard_at)
			values (:bot, :sequence, :capital, :cash, :equity, cast(:positions as jsonb), :asOf, :heardAt)
			on conflict (bot) do update set sequence = excluded.sequence, capital = excluded.capital, cash = excluded.cash,
				equity = excluded.equity, positions = excluded.positions, as_of = excluded.as_of, heard_at = excluded.heard_at
			where (portfolios.sequence, portfolios.as_of) < (excluded.sequence, excluded.as_of)""")
	int hear(String bot, long sequence, BigDecimal capital, BigDecimal cash, BigDecimal equity, String positions,
			Instant asOf, Instant heardAt);
}
