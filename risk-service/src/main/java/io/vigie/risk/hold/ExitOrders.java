package io.vigie.risk.hold;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface ExitOrders extends Repository<ExitOrder, UUID> {

	/** The order stays counted in full until it has ended; an end is never taken back. */
	@Modifying
	@NativeQuery("""
			insert into closings (order_id, bot, symbol, quantity, ended_sequence)
			values (:orderId, :bot, :symbol, :quantity, cast(:endedSequence as bigint))
			on conflict (order_id) do update set quantity = excluded.quantity,
				ended_sequence = greatest(closings.ended_sequence, excluded.ended_sequence)""")
	int hear(UUID orderId, String bot, String symbol, BigDecimal quantity, @Nullable Long endedSequence);

	@NativeQuery("""
			select c.* from closings c where c.ended_sequence is null and c.bot in (:bots)
			union all
			select c.* from portfolios p cross join lateral
				(select e.* from closings e where e.bot = p.bot and e.ended_sequence > p.sequence offset 0) c
			where p.bot in (:bots)""")
	List<ExitOrder> openOf(Collection<String> bots);
}
