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

	/**
	 * All that the last known portfolios leave out: what has not ended, and what ended since. Two halves, each by its own index, as
	 * ended rows are kept; {@code offset 0} keeps the second from being turned into a look at all of them.
	 */
	@NativeQuery("""
			select h.* from holds h where h.ended_sequence is null and h.bot in (:bots)
			union all
			select h.* from portfolios p cross join lateral
				(select e.* from holds e where e.bot = p.bot and e.ended_sequence > p.sequence offset 0) h
			where p.bot in (:bots)
			order by approved_at, proposal_id""")
	List<Hold> openOf(Collection<String> bots);

	@NativeQuery("""
			select h.* from holds h where h.ended_sequence is null
			union all
			select h.* from portfolios p cross join lateral
				(select e.* from holds e where e.bot = p.bot and e.ended_sequence > p.sequence offset 0) h
			order by approved_at, proposal_id""")
	List<Hold> openOfAll();

	@Query(nativeQuery = true, value = """
			select (select count(*) from holds where ended_sequence is null) + (select count(*) from portfolios p cross join lateral
				(select 1 from holds e where e.bot = p.bot and e.ended_sequence > p.sequence offset 0) h)""")
	long countOpen();
}
