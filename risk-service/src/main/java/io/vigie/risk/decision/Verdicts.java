package io.vigie.risk.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Verdicts extends Repository<Verdict, UUID> {

	/** Newest first; a filter that is null lets everything pass. */
	@Query("""
			select v from Verdict v where (:bot is null or v.bot = :bot) and (:symbol is null or v.symbol = :symbol)
			and (:approved is null or v.approved = :approved) order by v.decidedAt desc, v.proposalId""")
	List<Verdict> find(@Nullable String bot, @Nullable String symbol, @Nullable Boolean approved, Limit limit);

	/** How late it was in the market when something was last decided. */
	@Query("select v.marketAt from Verdict v order by v.decidedAt desc limit 1")
	Optional<Instant> latestMarketTime();
}
