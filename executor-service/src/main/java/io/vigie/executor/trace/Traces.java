package io.vigie.executor.trace;

import io.vigie.common.sql.Plain;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is stored with orders and trades for people to look at. */
@Component
class Traces {

	private static final String LEGS_OF_ENTRY = "coalesce((select e.verdict from orders e where e.id = o.parent_id), o.verdict) as cause";

	private final JdbcClient jdbc;
	private final JsonMapper json;

	Traces(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	List<Map<String, Object>> orders(@Nullable String state, @Nullable String bot, int limit) {
		return jdbc.sql("""
				select id, bot, client_order_id, venue_order_id, proposal_id, parent_id, symbol, side, type, role, time_in_force, quantity,
					filled_quantity, average_price, limit_price, stop_price, stop_loss, take_profit, stop_limit, trail_price, trail_percent, notional, state, reason, decided_at, intended_at,
					changed_at
				from orders where (:state::text is null or state = :state) and (:bot::text is null or bot = :bot)
				order by intended_at desc limit :limit""")
			.param("state", state).param("bot", bot).param("limit", limit).query((row, _) -> row(row)).list();
	}

	List<Map<String, Object>> trades(@Nullable String bot, int limit) {
		return jdbc.sql("select * from trades where (:bot::text is null or bot = :bot) order by booked_at desc, ledger_sequence desc limit :limit")
			.param("bot", bot).param("limit", limit).query((row, _) -> row(row)).list();
	}

	@Transactional(readOnly = true)
	Optional<Why> why(UUID tradeId) {
		return jdbc.sql("select * from trades where id = ?").param(tradeId).query((row, _) -> row(row)).optional().map(this::why);
	}

	private Why why(Map<String, Object> trade) {
		UUID orderId = (UUID) Objects.requireNonNull(trade.get("order_id"));
		Map<String, Object> order = jdbc.sql("select o.*, " + LEGS_OF_ENTRY + " from orders o where o.id = ?").param(orderId)
			.query((row, _) -> row(row)).single();
		JsonNode verdict = verdict(order.remove("cause"));
		order.remove("verdict");
		JsonNode proposal = verdict == null ? null : verdict.get("proposal");
		JsonNode evidence = proposal == null ? null : proposal.get("evidence");
		List<Map<String, Object>> history = jdbc.sql("select * from order_states where order_id = ? order by change").param(orderId)
			.query((row, _) -> row(row)).list();
		List<Map<String, Object>> postings = jdbc.sql("""
				select t.id as transaction_id, t.kind, t.cause, t.occurred_at, p.line, p.bot, p.account, p.asset, p.amount
				from ledger_transactions t join postings p on p.transaction_id = t.id
				where t.id = ? or t.order_id = ? and t.kind = 'FEE' order by t.seq, p.line""")
			.params(Objects.requireNonNull(trade.get("transaction_id")), orderId).query((row, _) -> row(row)).list();
		return new Why(trade, part(evidence, "bar"), part(evidence, "tick"), part(evidence, "indicators"), without(proposal, "evidence"),
				without(verdict, "proposal"), order, history, postings, (UUID) Objects.requireNonNull(order.get("correlation_id")));
	}

	private @Nullable JsonNode verdict(@Nullable Object message) {
		return message == null ? null : json.readTree(String.valueOf(message)).path("data");
	}

	private static @Nullable JsonNode part(@Nullable JsonNode of, String name) {
		return of == null ? null : of.get(name);
	}

	private static @Nullable JsonNode without(@Nullable JsonNode node, String field) {
		return node instanceof ObjectNode object ? object.deepCopy().without(field) : node;
	}

	private static Map<String, Object> row(ResultSet row) throws SQLException {
		Map<String, Object> values = new LinkedHashMap<>();
		ResultSetMetaData columns = row.getMetaData();
		for (int column = 1; column <= columns.getColumnCount(); column++) {
			Object value = switch (row.getObject(column)) {
				case BigDecimal decimal -> Plain.of(decimal);
				case Timestamp time -> time.toInstant();
				case PGobject other -> String.valueOf(other.getValue());
				case null -> null;
				case Object other -> other;
			};
			if (value != null) {
				values.put(columns.getColumnLabel(column), value);
			}
		}
		return values;
	}
}
