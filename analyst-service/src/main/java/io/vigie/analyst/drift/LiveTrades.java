package io.vigie.analyst.drift;

import io.vigie.common.message.Message;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.OrderMessage;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What others told of a bot's trades and refusals; being told again changes nothing. */
@Repository
class LiveTrades {

	private static final Duration KEPT = Duration.ofDays(8);

	private final JdbcClient client;
	private final Clock clock;

	LiveTrades(JdbcClient client, Clock clock) {
		this.client = client;
		this.clock = clock;
	}

	@Transactional
	void keepTrades(List<Message<OrderMessage>> batch) {
		for (Message<OrderMessage> message : batch) {
			switch (message.data()) {
				case TradeBooked it -> client.sql("""
						insert into live_trades (id, bot, symbol, side, quantity, price, traded_at) values (?, ?, ?, ?, ?, ?, ?)
						on conflict do nothing""")
					.params(it.tradeId(), it.bot(), it.symbol(), it.side().name(), it.quantity(), it.price(), it.tradedAt().atOffset(ZoneOffset.UTC))
					.update();
				case OrderChanged _ -> {
					// what it filled is told as trades
				}
			}
		}
	}

	@Transactional
	void keepRefusals(List<Message<VerdictMessage>> batch) {
		for (Message<VerdictMessage> message : batch) {
			switch (message.data()) {
				case ProposalRefused it when it.proposal().action() == Action.BUY -> client.sql("""
						insert into refused_entries (id, bot, symbol, bar_at, reason) values (?, ?, ?, ?, ?) on conflict do nothing""")
					.params(it.proposalId(), it.proposal().bot(), it.proposal().symbol(), it.proposal().decidedAt().atOffset(ZoneOffset.UTC), it.reason())
					.update();
				case ProposalRefused _, ProposalApproved _ -> {
					// nothing that a backtest would do otherwise
				}
			}
		}
	}

	/** In order of time. */
	List<Deal> deals(String bot, String symbol, Instant since) {
		return client.sql("select side, price, traded_at from live_trades where bot = ? and symbol = ? and traded_at >= ? order by traded_at, id")
			.params(bot, symbol, since.atOffset(ZoneOffset.UTC))
			.query((row, _) -> new Deal(Side.valueOf(row.getString(1)), row.getBigDecimal(2).stripTrailingZeros(), instant(row, 3)))
			.list();
	}

	Map<Instant, String> refusals(String bot, String symbol) {
		Map<Instant, String> refusals = new HashMap<>();
		client.sql("select bar_at, reason from refused_entries where bot = ? and symbol = ?").params(bot, symbol)
			.query((ResultSet row) -> {
				refusals.put(instant(row, 1), row.getString(2));
			});
		return refusals;
	}

	/** When the bars closed that live was told of, market time. */
	Set<Instant> closes(String symbol, Timeframe timeframe) {
		return new HashSet<>(client.sql("select close_at from closes where symbol = ? and timeframe = ?").params(symbol, timeframe.code())
			.query((row, _) -> instant(row, 1)).list());
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
	void forgetOld() {
		OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
		client.sql("delete from live_trades where stored_at < ?").param(before).update();
		client.sql("delete from refused_entries where stored_at < ?").param(before).update();
	}

	private static Instant instant(ResultSet row, int column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}
}
