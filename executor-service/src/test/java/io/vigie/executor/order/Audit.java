package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.bot.Bots;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.schedule.Ground;
import io.vigie.executor.schedule.ModelVenue.Kept;
import io.vigie.executor.schedule.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds what the process has stored and said against the venue's own record. */
final class Audit {

	private static final String OPEN = "state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')";

	private final Schedule schedule;
	private final World world;
	private final JdbcTemplate jdbc;
	private final Ground ground;
	private final double contradictionsBefore;
	private final long saidBefore;
	private final BigDecimal reserveBefore;

	Audit(Schedule schedule, Ground ground) {
		this.ground = ground;
		this.contradictionsBefore = ground.contradictions();
		this.schedule = schedule;
		this.world = schedule.world;
		this.jdbc = ground.jdbc();
		this.saidBefore = number("select coalesce(max(seq), 0) from said");
		this.reserveBefore = cash(Bots.RESERVE);
	}

	/**
	 * An entry that may still fill has its cash set aside (one by value has none to set aside once the money is spent), no more is
	 * promised than there is, and nothing is called rejected that the venue has.
	 */
	void atAnyTime() {
		List<String> there = world.venue.kept().stream().map(Kept::clientId).toList();
		List<String> wrong = jdbc.queryForList("""
				select 'rejected, and the venue has it: ' || client_order_id from orders
				where bot = ? and state in ('REJECTED', 'CANCELED') and client_order_id = any (?::text[]) and venue_order_id is null
				union all
				select 'may fill, and its cash is free: ' || o.client_order_id || ' is ' || o.state || ', hold ' || h.state || ' of ' || h.remaining
				from holds h join orders o on o.id = h.order_id
				where o.bot = ? and o.state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')
					and not (o.by_value and o.filled_quantity * coalesce(o.average_price, 0) >= o.notional)
					and (h.state <> 'PENDING' or h.remaining < h.amount * (o.quantity - o.filled_quantity) / o.quantity - 0.000001)
				union all
				select 'promised more than there is: ' || cash - held from portfolios where bot = ? and cash < held""", String.class, schedule.bot,
				there.toArray(String[]::new), schedule.bot, schedule.bot);
		assertThat(wrong).as("at any time").isEmpty();
	}

	boolean isQuiet() {
		return number("select count(*) from orders where bot in (?, 'reserve') and (state in ('INTENDED', 'SENT', 'UNKNOWN') or reported_quantity > filled_quantity)",
				schedule.bot) == 0 && number("select count(*) from outbox") == 0;
	}

	void whole() {
		orders();
		fills();
		ledger();
		said();
		assertThat(world.log.deadLetters()).as("dead letters").isEmpty();
		assertThat(ground.contradictions()).as("contradictions").isEqualTo(contradictionsBefore);
	}

	private void orders() {
		List<Kept> kept = world.venue.kept();
		assertThat(kept.stream().map(Kept::clientId).toList()).as("orders doubled").doesNotHaveDuplicates();
		Map<String, String> ours = new TreeMap<>();
		jdbc.query("select venue_order_id, state || ' ' || trim_scale(filled_quantity) from orders where bot = ? and venue_order_id is not null", row -> {
			ours.put(row.getString(1), row.getString(2));
		}, schedule.bot);
		Map<String, String> theirs = new TreeMap<>();
		kept.stream().filter(it -> it.symbol().equals(schedule.symbol)).forEach(it -> theirs.put(it.id(), state(it) + " " + it.filled().toPlainString()));
		assertThat(ours).as("orders lost, or in another state than at the venue").isEqualTo(theirs);
		for (Message<VerdictMessage> verdict : schedule.approved) {
			decided((ProposalApproved) verdict.data());
		}
	}

	/** Each approved proposal has become an order, which is at the venue or has ended for a reason of its own. */
	private void decided(ProposalApproved approved) {
		Optional<String> state = jdbc.queryForList("select state || case when venue_order_id is null then ' nowhere' else '' end from orders where id = ?", String.class,
				Intent.orderId(approved)).stream().findFirst();
		assertThat(state).as("order of " + approved.proposal().action() + " " + Intent.orderId(approved))
			.hasValueSatisfying(it -> assertThat(it).doesNotStartWith("INTENDED").doesNotStartWith("SENT").doesNotStartWith("UNKNOWN")
				.isNotEqualTo("ACCEPTED nowhere"));
	}

	private static OrderState state(Kept order) {
		return switch (order.status()) {
			case "filled" -> OrderState.FILLED;
			case "canceled" -> OrderState.CANCELED;
			case "expired" -> OrderState.EXPIRED;
			default -> order.filled().signum() > 0 ? OrderState.PARTIALLY_FILLED : OrderState.ACCEPTED;
		};
	}

	private void fills() {
		List<String> ours = jdbc.queryForList("""
				select o.venue_order_id || ' ' || trim_scale(t.cumulative_quantity) || ' ' || trim_scale(t.quantity) || ' ' || trim_scale(t.price)
				from trades t join orders o on o.id = t.order_id where t.bot = ?
					or t.bot = 'reserve' and o.symbol = ?""", String.class, schedule.bot, "H" + schedule.symbol);
		List<String> theirs = world.venue.traded().stream().map(it -> it.orderId() + " " + plain(it.cumulative()) + " " + plain(it.units()) + " " + plain(it.price())).toList();
		assertThat(ours).as("fills").containsExactlyInAnyOrderElementsOf(theirs);
	}

	private void ledger() {
		assertThat(cash(schedule.bot)).as("cash").isEqualByComparingTo(Schedule.CAPITAL.add(world.venue.cash(schedule.symbol)));
		assertThat(jdbc.queryForObject("select coalesce(sum(amount), 0) from postings where bot = ? and account = 'CASH'", BigDecimal.class, schedule.bot))
			.as("cash postings").isEqualByComparingTo(cash(schedule.bot));
		assertThat(cash(Bots.RESERVE).subtract(reserveBefore)).as("cash of the reserve").isEqualByComparingTo(world.venue.cash("H" + schedule.symbol));
		assertThat(jdbc.queryForObject("select coalesce(sum(quantity), 0) from positions where bot = ? and symbol = ?", BigDecimal.class, schedule.bot, schedule.symbol)).as("position")
			.isEqualByComparingTo(world.venue.held(schedule.symbol));
		assertThat(jdbc.queryForList("select h.order_id from holds h join orders o on o.id = h.order_id where o.bot = ? and h.state = 'PENDING' and not o." + OPEN,
				UUID.class, schedule.bot)).as("holds of orders that have ended").isEmpty();
		assertThat(jdbc.queryForObject("select held - (select coalesce(sum(remaining), 0) from holds h where h.bot = p.bot) from portfolios p where bot = ?",
				BigDecimal.class, schedule.bot)).as("held").isZero();
		assertThat(cash(schedule.bot)).as("cash overdrawn").isNotNegative();
	}

	/** Everything that was committed, once and in the order of the commits. */
	private void said() {
		Map<String, List<UUID>> said = new HashMap<>();
		jdbc.query("select topic || ' ' || key, message_id from said where seq > ? order by seq", row -> {
			said.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getObject(2, UUID.class));
		}, saidBefore);
		said.forEach((key, ids) -> assertThat(ids).as("said twice on " + key).doesNotHaveDuplicates());
		Map<String, List<UUID>> published = world.log.firsts();
		assertThat(published.keySet()).as("published").isEqualTo(said.keySet());
		said.forEach((key, ids) -> assertThat(published.get(key)).as("order of what was published on " + key).isEqualTo(ids));
	}

	private BigDecimal cash(String bot) {
		return jdbc.queryForList("select cash from portfolios where bot = ?", BigDecimal.class, bot).stream().findFirst().orElse(BigDecimal.ZERO);
	}

	private long number(String sql, Object... values) {
		Long number = jdbc.queryForObject(sql, Long.class, values);
		return number == null ? 0 : number;
	}

	private static String plain(BigDecimal value) {
		return value.stripTrailingZeros().toPlainString();
	}
}
