package io.vigie.risk.hold;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Holds extends Repository<Hold, UUID> {

	Hold save(Hold hold);

	List<Hold> findByProposalIdIn(Collection<UUID> proposals);

	/** All that the last known portfolios leave out. */
	@NativeQuery("""
			select h.* from holds h left join portfolios p on p.bot = h.bot
			where h.bot in (:bots) and (h.ended_sequence is null or h.ended_sequence > coalesce(p.sequence, -1))
			order by h.approved_at, h.proposal_id""")
	List<Hold> openOf(Collection<String> bots);

	@Query(nativeQuery = true, value = """
			select count(*) from holds h left join portfolios p on p.bot = h.bot
			where h.ended_sequence is null or h.ended_sequence > coalesce(p.sequence, -1)""")
	long countOpen();
}
